FROM busybox:1.37
RUN mkdir /data
