FROM alpine:3.22
RUN --mount=type=bind,from=Data,target=/data cp -r /data /srv
COPY --from=1 /a /a
FROM alpine:3.22 AS data
