FROM debian:12
RUN mkdir /app
COPY app /app
