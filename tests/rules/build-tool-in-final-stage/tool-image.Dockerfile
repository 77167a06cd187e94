FROM golang:1.24
RUN go install example.com/linter@v1.2.3
ENTRYPOINT ["linter"]
