FROM golang:1.24 AS builder
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:3.22
COPY --from=builder /app /usr/local/bin/app
COPY --from=busybox /bin/wget /usr/local/bin/wget
COPY --from=ghcr.io/example/tools:1 /bin/tool /usr/local/bin/tool
CMD ["app"]
