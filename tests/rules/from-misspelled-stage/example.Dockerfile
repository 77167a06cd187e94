FROM node:22-slim AS base
WORKDIR /app

FROM bsae AS test
RUN npm test
