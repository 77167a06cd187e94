FROM alpine:3.22
MAINTAINER Jo Doe <jo@example.com>
