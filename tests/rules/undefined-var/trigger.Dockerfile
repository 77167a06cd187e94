FROM alpine:3.22 AS base
ONBUILD COPY $FILES /app
FROM base
