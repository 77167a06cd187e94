from alpine:3.22 AS a
From alpine:3.22 As b
FROM alpine:3.22 \
  As c
