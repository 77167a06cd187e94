FROM debian:12
ADD app.conf /etc/app.conf
