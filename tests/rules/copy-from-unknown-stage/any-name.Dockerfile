FROM node:22 AS assets
RUN npm run build

FROM alpine:3.22
COPY --from=frontend /dist /dist
