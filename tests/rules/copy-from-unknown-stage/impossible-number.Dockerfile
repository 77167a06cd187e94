FROM node:22
RUN npm run build

FROM alpine:3.22
COPY --from=2 /dist /dist
COPY --from=-1 /dist /dist
