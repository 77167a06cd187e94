FROM alpine:3.22
COPY --from=busybox:1.37 /bin/wget /wget
COPY --from=1 /bin/sh /sh
RUN --mount=type=cache,target=/cache ls /cache
COPY --from=2 / /
COPY --from=3 / /
