ARG PLATFORM=linux/arm64
FROM --platform=$PLATFORM debian:12
