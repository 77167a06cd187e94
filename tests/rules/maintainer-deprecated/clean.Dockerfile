FROM alpine:3.22
LABEL org.opencontainers.image.authors="Jo Doe <jo@example.com>"
