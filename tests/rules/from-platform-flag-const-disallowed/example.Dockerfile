FROM --platform=linux/amd64 alpine:3.22 AS base
RUN uname -m
