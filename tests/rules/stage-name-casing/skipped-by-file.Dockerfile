# check=skip=StageNameCasing
FROM alpine:3.22 AS Build
