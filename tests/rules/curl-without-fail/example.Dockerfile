FROM debian:12
RUN curl -sSLo /tool https://example.com/tool && chmod +x /tool
