FROM alpine:3.22 AS Build
FROM alpine:3.22 AS BUILD
