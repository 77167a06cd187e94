FROM node:22-slim AS build
FROM node:22-slim
COPY --from=build node_modules /app
ADD https://example.com/start.log /app/
ADD ./node_modules/x/ /x
COPY . /app
