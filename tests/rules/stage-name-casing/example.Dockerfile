FROM golang:1.24 AS Builder
RUN go build -o /app .
