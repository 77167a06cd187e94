FROM alpine:3.22 AS deps
FROM alpine:3.22
COPY --from=dpes /a /a
COPY --from=de /a /a
