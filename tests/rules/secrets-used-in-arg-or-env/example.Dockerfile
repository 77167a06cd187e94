FROM node:22-slim
ARG NPM_TOKEN
RUN npm config set //registry.example.com/:_authToken $NPM_TOKEN && npm ci
