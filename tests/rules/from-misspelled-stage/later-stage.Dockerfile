FROM builder
FROM alpine:3.22 AS bulder
