FROM alpine:3.22
COPY \
  --chmond=755 \
  a b
