FROM node:22
COPY .env /app/.env
