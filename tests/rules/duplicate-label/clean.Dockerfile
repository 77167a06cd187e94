FROM debian:12
LABEL version=2
