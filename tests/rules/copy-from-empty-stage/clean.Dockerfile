FROM scratch AS files
COPY app /app
FROM debian:12
COPY --from=files /app /app
