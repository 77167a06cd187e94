FROM alpine:3.22
ENV GREETING hello world
LABEL maintainer me
