FROM debian:12
RUN curl -fsSo /tool https://example.com/tool
