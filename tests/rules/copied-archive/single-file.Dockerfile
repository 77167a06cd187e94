FROM debian:12
COPY dump.sql.gz /srv/
RUN gunzip /srv/dump.sql.gz
