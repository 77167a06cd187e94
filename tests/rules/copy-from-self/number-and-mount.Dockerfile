FROM alpine:3.22
COPY --from=0 /a /b
FROM alpine:3.22 AS two
RUN --mount=from=two,target=/two ls /two
