FROM debian:12
COPY start.sh /opt/
RUN chmod 0755 /opt/start.sh
CMD ["/opt/start.sh"]
