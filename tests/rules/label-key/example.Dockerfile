FROM debian:12
LABEL Maintainer="app team"
