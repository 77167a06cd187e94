FROM debian:12
COPY start.sh /start.sh
RUN chmod 755 /start.sh
