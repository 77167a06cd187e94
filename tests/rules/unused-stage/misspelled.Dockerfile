FROM node:22 AS assets
RUN npm run build
FROM nginx:1.29-alpine
COPY --from=asets /dist /dist
