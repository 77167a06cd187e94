FROM golang:1.24 AS builder
RUN go build -o /app .

FROM alpine:3.22 AS runtime
COPY --from=builder /app /app
CMD ["/app"]
