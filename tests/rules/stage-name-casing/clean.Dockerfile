FROM golang:1.24 AS builder
RUN go build -o /app .
