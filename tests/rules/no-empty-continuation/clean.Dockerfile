FROM alpine:3.22
RUN apk add --no-cache \
      # comments are no empty lines
      curl \
      git
