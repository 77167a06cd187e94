FROM node:22-slim AS base
CMD ["node", "migrate.js"]

FROM base
CMD ["node", "server.js"]
