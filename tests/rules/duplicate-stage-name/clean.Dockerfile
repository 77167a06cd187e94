FROM golang:1.24 AS build-server
RUN go build -o /server ./cmd/server

FROM node:22 AS build-web
RUN npm run build

FROM alpine:3.22
COPY --from=build-server /server /server
