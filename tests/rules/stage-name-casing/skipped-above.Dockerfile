FROM alpine:3.22 AS One
# check=skip=StageNameCasing
FROM alpine:3.22 AS Two
#
FROM alpine:3.22 AS Three
  # check=skip=all
FROM alpine:3.22 AS Four
