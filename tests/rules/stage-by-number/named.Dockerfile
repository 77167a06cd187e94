FROM golang:1.23 AS build
FROM scratch
COPY --from=0 /a /a
COPY --from=0 /b /b
