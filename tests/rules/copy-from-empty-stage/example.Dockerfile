FROM scratch AS files
LABEL kind=files
FROM debian:12
COPY --from=files /app /app
