FROM node:22 AS build
RUN npm run build

FROM alpine:3.22
RUN mkdir /leftover

FROM build AS test
RUN npm test

FROM nginx:1.29-alpine
COPY --from=build /app/dist /usr/share/nginx/html
