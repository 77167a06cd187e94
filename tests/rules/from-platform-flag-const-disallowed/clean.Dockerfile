FROM --platform=linux/amd64 alpine:3.22 AS base-amd64
FROM --platform=$BUILDPLATFORM golang:1.24 AS build
