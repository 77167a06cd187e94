FROM alpine:3.22
RUN --mount=type=cache,target=/cache make
