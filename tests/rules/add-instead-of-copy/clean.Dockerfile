FROM debian:12
COPY app.conf /etc/app.conf
ADD https://example.com/file /opt/
ADD rootfs.tar.xz /
