FROM node:22-slim
CMD ["node", "migrate.js"]
CMD ["node", "server.js"]
