FROM debian:12
RUN useradd --system app
USER app
CMD ["/usr/bin/server"]
