FROM debian:12
LABEL org.opencontainers.image.authors="app team"
