FROM golang:1.24
WORKDIR /src/server
COPY . .
RUN go build
CMD ["./server"]
