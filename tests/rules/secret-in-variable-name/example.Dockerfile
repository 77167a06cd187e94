FROM debian:12
ENV DBPASSWORD=example
