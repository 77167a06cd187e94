FROM alpine:3.22 AS base
ARG A=1 B=$A
ENV C=1 D=$C
FROM base
ENV E=$A$D F=${G:-$H}
ARG I
WORKDIR /$I
