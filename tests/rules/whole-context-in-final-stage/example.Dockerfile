FROM node:22 AS build
COPY . .
RUN npm run build
FROM node:22-slim
COPY . .
COPY --from=build /dist /dist
