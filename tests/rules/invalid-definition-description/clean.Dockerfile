# check=experimental=InvalidDefinitionDescription
# ALPINE is the version of Alpine.
ARG ALPINE=3.22
FROM alpine:$ALPINE
