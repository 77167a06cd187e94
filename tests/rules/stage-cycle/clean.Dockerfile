FROM alpine:3.22 AS shared
COPY openapi.json index.html /srv/

FROM alpine:3.22 AS web
COPY --from=shared /srv/openapi.json /srv/

FROM alpine:3.22 AS api
COPY --from=shared /srv/index.html /srv/
