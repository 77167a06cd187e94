ARG VERSION=3.22
RUN make
CMD ["make"]
FROM alpine:$VERSION
