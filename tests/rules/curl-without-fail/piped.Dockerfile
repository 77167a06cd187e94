FROM debian:12
RUN curl -sSL https://example.com/install.sh | sh
