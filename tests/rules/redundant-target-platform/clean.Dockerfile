FROM --platform=$BUILDPLATFORM golang:1.24 AS build
RUN uname -m
