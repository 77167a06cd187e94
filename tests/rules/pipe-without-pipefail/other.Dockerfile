FROM debian:12
RUN cat /etc/passwd | sort > /x
RUN ls | wc -l
