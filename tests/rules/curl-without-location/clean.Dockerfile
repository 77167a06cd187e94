FROM debian:12
RUN curl -fsSLo /tool https://example.com/tool
