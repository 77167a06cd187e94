FROM golang:1.24 AS builder
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:3.22
COPY --from=bulder /app /usr/local/bin/app
CMD ["app"]
