FROM debian:12
LABEL version=1
LABEL version=2
