FROM node:22-slim
USER node
COPY --chown=node app /app
