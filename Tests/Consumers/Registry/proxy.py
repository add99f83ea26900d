"""A proxy in front of a registry that breaks one thing: proxy.py PORT UPSTREAM FAULT.

Without a fault ("none") it only mends what the registry does wrong: it orders tags and pages them by n, last
and Link, refuses parts out of order, answers a range beyond the end without the length of the whole, and
refuses a manifest without schemaVersion with 400. So whatever is found behind it is the fault's.
"""
import hashlib
import http.client
import json
import re
import sys
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT, UPSTREAM, FAULT = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
lock = threading.Lock()
stored = {}  # manifests that were refused and are kept all the same, by their paths
offsets = {}  # how many bytes of each upload have come


class Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def upstream(self, method, target, body):
        own = {"connection", "content-length"}
        fields = {name: value for name, value in self.headers.items() if name.lower() not in own}
        connection = http.client.HTTPConnection("127.0.0.1", UPSTREAM)
        connection.request(method, target, body, fields)
        answer = connection.getresponse()
        try:
            content = answer.read()
        except http.client.IncompleteRead:
            content = b""
        connection.close()
        hop = {"date", "connection", "transfer-encoding"}
        return answer.status, [(n, v) for n, v in answer.getheaders() if n.lower() not in hop], content

    def reply(self, status, fields, content=b""):
        self.send_response(status)
        names = {name.lower() for name, _ in fields}
        for name, value in fields:
            if name.lower() != "content-length" or self.command == "HEAD" or status == 204:
                self.send_header(name, value)
        if self.command != "HEAD" and status not in (204, 304):
            self.send_header("Content-Length", str(len(content)))
        elif "content-length" not in names and status not in (204, 304):
            self.send_header("Content-Length", "0")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, _, query = self.path.partition("?")
        asked = dict(urllib.parse.parse_qsl(query))
        if FAULT == "delete-does-nothing" and self.command == "DELETE" and "/uploads/" not in path:
            return self.reply(202, [])
        if self.is_out_of_order(path, body):
            error = {"errors": [{"code": "BLOB_UPLOAD_INVALID", "message": "out of order"}]}
            return self.reply(416, [("Content-Type", "application/json")], json.dumps(error).encode())
        if self.command in ("GET", "HEAD") and path in stored:
            content = stored[path]
            digest = "sha256:" + hashlib.sha256(content).hexdigest()
            fields = [("Content-Type", MANIFEST), ("Docker-Content-Digest", digest)]
            return self.reply(200, fields + [("Content-Length", str(len(content)))], content)
        status, fields, content = self.upstream(self.command, self.path, body)
        if FAULT == "upload-lost" and "/uploads/" in path and self.command == "PUT" and status == 201:
            self.upstream("DELETE", path[: path.index("uploads/")] + asked["digest"], b"")
        self.note_offset(path, status, fields)
        if status == 500 and "/manifests/" in path and self.command == "PUT":
            error = {"errors": [{"code": "MANIFEST_INVALID", "message": "manifest invalid"}]}
            status, content = 400, json.dumps(error).encode()
        if "/manifests/" in path and self.command == "PUT":
            stored.pop(path, None)
            if FAULT == "refused-is-stored" and 400 <= status < 500:
                stored[path] = body
        if path.endswith("/tags/list") and self.command == "GET" and status == 200:
            content, fields = self.page(path, asked, json.loads(content), fields)
        if status == 416:
            content, fields = b"", [f for f in fields if f[0].lower() not in ("content-type", "etag")]
        self.reply(status, *self.broken(path, status, fields, content))

    def broken(self, path, status, fields, content):
        """The answer with what the fault does to it."""
        is_read = self.command in ("GET", "HEAD") and status in (200, 206)
        is_blob = "/blobs/" in path and "/uploads/" not in path

        def mapped(name, change):
            return [(n, change(v) if n.lower() == name.lower() else v) for n, v in fields]

        if FAULT == "wrong-digest" and is_read:
            return mapped("Docker-Content-Digest", lambda _: "sha256:" + "f" * 64), content
        if FAULT == "bytes-reversed" and is_read and is_blob:
            return fields, content[::-1]
        if FAULT == "head-length" and self.command == "HEAD" and status == 200:
            return mapped("Content-Length", lambda length: str(int(length) + 1)), content
        is_place = FAULT == "location-nowhere" and "/manifests/" in path
        if status == 201 and (is_place or FAULT == "upload-location-nowhere" and "/uploads/" in path):
            return mapped("Location", lambda place: place.replace("/v2/", "/v2/elsewhere/")), content
        return fields, content

    def page(self, path, asked, listed, fields):
        """The tags in their order, as many as are asked for, with the way to the others."""
        tags = sorted(listed["tags"] or [])
        last = asked.get("last")
        if last is not None:
            repeats = FAULT == "page-repeats" and "n" in asked
            tags = [tag for tag in tags if tag > last or (repeats and tag == last)]
            if FAULT == "page-omits" and "n" in asked:
                tags = tags[1:]
        count = asked.get("n", "")
        if count.isdigit() and int(count) < len(tags):
            tags = tags[: int(count)]
            if tags:
                fields = fields + [("Link", f'<{path}?n={count}&last={tags[-1]}>; rel="next"')]
        name = "another/repository" if FAULT == "other-repository" else listed["name"]
        return json.dumps({"name": name, "tags": tags}).encode(), fields

    def is_out_of_order(self, path, body):
        first = re.match(r"(\d+)-\d+$", self.headers.get("Content-Range") or "")
        if self.command not in ("PATCH", "PUT") or not first:
            return False
        return path in offsets and int(first[1]) != offsets[path]

    def note_offset(self, path, status, fields):
        if self.command == "PUT" and status == 201:
            with lock:
                offsets.pop(path, None)
        if self.command != "PATCH" or status != 202:
            return
        range_ = next((value for name, value in fields if name.lower() == "range"), "")
        with lock:
            offsets[path] = int(range_.partition("-")[2] or -1) + 1

    do_GET = do_HEAD = do_PUT = do_POST = do_PATCH = do_DELETE = do_OPTIONS = handle_any


ThreadingHTTPServer(("127.0.0.1", PORT), Proxy).serve_forever()
