FROM node:22-slim
COPY package.json package-lock.json /app/
RUN npm ci
COPY server.js /app/
