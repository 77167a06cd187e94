FROM rust:1
COPY . .
RUN cargo build --release
ENTRYPOINT ["./docker-entrypoint.sh"]
CMD ["server"]
