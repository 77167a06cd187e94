FROM alpine:3.22 AS stage1
FROM alpine:3.22
COPY --from=stage2 /a /a
