FROM debian:12
COPY a.conf b.conf /etc/app/
