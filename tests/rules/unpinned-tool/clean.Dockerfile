FROM rust:1.90
RUN cargo install ripgrep@14.1.0
