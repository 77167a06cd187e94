FROM node:22 AS build
COPY . .
RUN npm run build
FROM node:22-slim
COPY --from=build /dist /dist
