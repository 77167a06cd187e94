FROM node:22 AS build
USER node
RUN npm run build
FROM node:22-slim
COPY --from=build /app /app
CMD ["node", "/app/index.js"]
