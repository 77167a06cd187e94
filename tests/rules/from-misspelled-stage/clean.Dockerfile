FROM node:22-slim AS base
WORKDIR /app

FROM base AS test
RUN npm test
