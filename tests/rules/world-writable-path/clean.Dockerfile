FROM debian:12
RUN install -d -o www-data -g www-data /data
