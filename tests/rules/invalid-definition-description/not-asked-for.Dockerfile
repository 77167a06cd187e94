# The version of Alpine; experimental.
ARG ALPINE=3.22
FROM alpine:$ALPINE
