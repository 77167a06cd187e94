FROM node:22-slim
USER node
COPY app /app
