FROM alpine:3.22 AS base
RUN apk add --no-cache curl

FROM base AS app
COPY --from=base /etc/ssl /etc/ssl
