FROM debian:12
RUN apt-get update && apt-get install -y curl ca-certificates=20230311 && rm -rf /var/lib/apt/lists/*
