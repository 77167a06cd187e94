FROM rust:1.90
RUN cargo install ripgrep
