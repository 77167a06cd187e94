FROM golang:1.24
COPY . .
RUN go build ./...
CMD ["go", "test", "./..."]
