FROM debian:12
WORKDIR /usr/src/app
RUN git clone https://example.com/app.git
