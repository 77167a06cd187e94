FROM alpine:3.22
EXPOSE 53/udp 53/tcp
