FROM node:22-slim AS Base
FROM Base
