FROM alpine:3.20 AS build
FROM golang:1.23
FROM scratch
COPY --from=1 /a /a
COPY --from=build /b /b
