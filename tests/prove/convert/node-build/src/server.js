const http = require('http');
const server = http.createServer((request, response) => response.end(`__BUILT__, and asked for ${request.url}`));
server.listen(3000);
