FROM debian:12
RUN useradd --system app
CMD ["/usr/bin/server"]
