from http.server import BaseHTTPRequestHandler, HTTPServer

from greeter import greeting


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(greeting(self.path).encode())


HTTPServer(('', 8000), Handler).serve_forever()
