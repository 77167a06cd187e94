FROM alpine:3.22
COPY --from=b /x /x
FROM alpine:3.22 AS b
COPY --from=c /x /x
FROM alpine:3.22 AS c
RUN --mount=from=b,target=/b cp /b/x /x
