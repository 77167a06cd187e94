FROM node:22-slim
COPY node_modules /app/node_modules
COPY server.js logs/start.log /app/
