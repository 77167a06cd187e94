FROM alpine:3.22 AS base
RUN apk add --no-cache curl

FROM base AS app
COPY --from=app /etc/ssl /etc/ssl
