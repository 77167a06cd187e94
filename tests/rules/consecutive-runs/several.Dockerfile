FROM debian:12
RUN a
# why
RUN b
RUN c
