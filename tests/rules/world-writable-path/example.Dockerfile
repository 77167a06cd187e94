FROM debian:12
RUN mkdir /data && chmod 777 /data
