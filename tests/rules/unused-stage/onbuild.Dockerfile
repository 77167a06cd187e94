FROM alpine:3.22 AS files
FROM alpine:3.22
ONBUILD COPY --from=files /a /a
