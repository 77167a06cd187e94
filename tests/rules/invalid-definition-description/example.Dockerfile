# check=experimental=InvalidDefinitionDescription
# The version of Alpine.
ARG ALPINE=3.22
FROM alpine:$ALPINE
