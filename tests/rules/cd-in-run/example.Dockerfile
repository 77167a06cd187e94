FROM debian:12
RUN cd /usr/src/app && git clone https://example.com/app.git
