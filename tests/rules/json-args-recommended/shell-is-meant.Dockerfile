FROM node:22-slim AS base
SHELL ["/bin/bash", "-c"]
FROM base
CMD node server.js
