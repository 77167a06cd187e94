FROM node:22-slim
ENTRYPOINT exec node server.js
CMD node server.js --port $PORT
CMD cd /app && node server.js
CMD
CMD ["x"] # not JSON
cmd node \
  server.js
CMD "my program" 'say "x"'
