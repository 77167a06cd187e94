FROM alpine:3.22 AS web
COPY --from=api /openapi.json /srv/

FROM alpine:3.22 AS api
COPY --from=web /srv/index.html /srv/
