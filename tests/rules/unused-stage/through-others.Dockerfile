FROM alpine:3.22 AS a
FROM a AS b
FROM alpine:3.22
COPY --from=b /x /x
FROM alpine:3.22
RUN --mount=from=b,target=/b ls /b
COPY --from=2 /x /x
