ARG SOURCE=builder
FROM alpine:3.22 AS builder
FROM alpine:3.22
COPY --from=$SOURCE /a /a
COPY --from= /b /b
