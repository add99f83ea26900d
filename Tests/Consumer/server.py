"""The pet store's own server, for the test that a package outside Accord verifies one."""
import json
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NAMES = {"right": {"id": 1, "name": "Rex", "status": "sold"}, "wrong": {"id": "1", "name": ""}}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        found = self.path == "/pets/1"
        body = json.dumps(NAMES[sys.argv[1]] if found else {"error": "PetNotFound"}).encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


# server.py KIND [SOCKET]
if len(sys.argv) > 2:
    server = UnixServer(sys.argv[2], Handler)
    print(sys.argv[2], flush=True)
else:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
server.serve_forever()
