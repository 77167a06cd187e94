FROM scratch
RUN mkdir /data
