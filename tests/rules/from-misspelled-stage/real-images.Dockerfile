FROM alpine:3.22 AS bas
FROM bash
FROM alpine:3.22 AS nods
FROM node
FROM bass:1
