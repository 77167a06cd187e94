FROM alpine:3.22
RUN <<EOF2
echo one
FROM
