FROM alpine:3.22
RUN a \
  	

  b <<E

E
RUN c \

