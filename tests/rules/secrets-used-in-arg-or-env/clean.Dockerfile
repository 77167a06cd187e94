FROM node:22-slim
ENV TOKEN_FILE=/run/secrets/token
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci
