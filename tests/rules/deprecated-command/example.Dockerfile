FROM node:22
RUN npm ci --only=production
