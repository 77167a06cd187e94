# check=skip=all;
FROM alpine:3.22
