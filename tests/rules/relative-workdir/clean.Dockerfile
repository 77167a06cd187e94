FROM debian:12
WORKDIR /srv/app
