FROM node:22-slim
COPY package.json src /app/
