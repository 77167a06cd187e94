FROM node:22-alpine
RUN apk add --no-cache --virtual .build-deps make g++ && npm ci && apk del .build-deps
RUN apk add gcc && npm rebuild && apk del gcc
CMD ["node", "index.js"]
