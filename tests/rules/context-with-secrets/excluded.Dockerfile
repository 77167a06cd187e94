FROM node:22-slim
COPY --exclude=.env . /app
COPY --from=builder . /x
