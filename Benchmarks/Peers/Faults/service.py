#!/usr/bin/env python3
"""A service of books with an OpenAPI document of its own, which can be wrong in one way.

service.py PORT [FAULT]   serves; service.py --list tells the faults; service.py --document writes the document.
"""
import datetime
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

KEY = "reader-7"
KINDS = ["novel", "essay", "poem"]
FAULTS = {
    # What right requests get.
    "created-is-200": "POST answers 200 instead of 201",
    "deleted-is-202": "DELETE answers 202, which is not declared",
    "member-missing": "a book lacks pages",
    "member-of-wrong-type": "pages is a text",
    "outside-enumeration": "kind is none of the enumeration",
    "wrong-date": "published is no date",
    "null-title": "title is null",
    "member-too-many": "a book has a member that may not be",
    "content-type": "the list says that it is text/html",
    "body-cut": "the body of a book ends in the middle",
    "header-missing": "the list has no X-Total",
    "header-of-wrong-type": "X-Total is no number",
    "error-without-body": "what is not found is said in text/plain",
    # What wrong requests get.
    "title-not-needed": "a book without a title is made",
    "any-type": "a book whose pages are a text is made",
    "any-range": "a book of 0 or 9999 pages is made",
    "any-kind": "a book of an unknown kind is made",
    "any-limit": "limit=11 is answered as limit=10",
    "crash-without-pages": "a book without pages is a fault of the server",
    "crash-on-malformed": "content that is no JSON is a fault of the server",
    "crash-on-zero": "GET /books/0 is a fault of the server",
    # Who calls.
    "no-key": "nobody needs a key",
    "any-key": "any key is right",
    # What there is.
    "unknown-is-found": "an unknown book is found",
    "deleted-stays": "a deleted book is still there",
    "made-is-gone": "a book that was made is not found",
    "update-is-lost": "PUT changes nothing",
    "made-differs": "POST answers with another title than it was sent",
    # What only some right requests meet.
    "crash-on-5000": "a book of 5000 pages, the most there may be, is a fault of the server",
    "crash-on-poem": "kind=poem is a fault of the server",
    "crash-on-both": "limit and kind together are a fault of the server",
    "crash-on-not-ascii": "a title beyond ASCII is a fault of the server",
    "crash-on-null-date": "a book whose date is null is a fault of the server",
}


def document():
    def answer(schema, **more):
        return {"description": "x", "content": {"application/json": {"schema": schema}}, **more}

    book, problem = {"$ref": "#/components/schemas/Book"}, {"$ref": "#/components/schemas/Problem"}
    def error(words):
        return {"description": words, "content": {"application/problem+json": {"schema": problem}}}

    wrong, unknown, nobody = error("wrong"), error("unknown"), error("who?")
    key = [{"key": []}]
    content = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}}}}
    members = {
        "title": {"type": "string", "minLength": 1, "maxLength": 50},
        "pages": {"type": "integer", "minimum": 1, "maximum": 5000},
        "kind": {"type": "string", "enum": KINDS},
        "published": {"type": ["string", "null"], "format": "date"},
    }
    one = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 10}}
    kind = {"name": "kind", "in": "query", "schema": {"type": "string", "enum": KINDS}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Books", "version": "1"},
        "paths": {
            "/books": {
                "get": {
                    "operationId": "listBooks", "parameters": [limit, kind],
                    "responses": {"200": answer({"type": "array", "maxItems": 10, "items": book}, headers={
                        "X-Total": {"required": True, "schema": {"type": "integer"}}}), "400": wrong}},
                "post": {
                    "operationId": "addBook", "security": key, "requestBody": content,
                    "responses": {"201": answer(book), "400": wrong, "401": nobody}},
            },
            "/books/{id}": {
                "parameters": [one],
                "get": {"operationId": "getBook", "responses": {"200": answer(book), "400": wrong, "404": unknown}},
                "put": {
                    "operationId": "changeBook", "security": key, "requestBody": content,
                    "responses": {"200": answer(book), "400": wrong, "401": nobody, "404": unknown}},
                "delete": {
                    "operationId": "removeBook", "security": key,
                    "responses": {"204": {"description": "x"}, "400": wrong, "401": nobody, "404": unknown}},
            },
        },
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {
                "Wish": {"type": "object", "required": ["title", "pages", "kind"], "additionalProperties": False,
                         "properties": members},
                "Book": {"type": "object", "required": ["id", "title", "pages", "kind"],
                         "additionalProperties": False,
                         "properties": {"id": {"type": "integer", "minimum": 1}, **members}},
                "Problem": {"type": "object", "required": ["status", "title"], "properties": {
                    "status": {"type": "integer"}, "title": {"type": "string"}}},
            },
        },
    }


class Refused(Exception):
    def __init__(self, status, title):
        super().__init__(title)
        self.status, self.title = status, title


class Shelf:
    def __init__(self, fault):
        self.fault, self.lock, self.next = fault, Lock(), 4
        self.books = {number: {"id": number, "title": "Emma %d" % number, "pages": 100, "kind": "novel",
                               "published": "1815-12-23"} for number in range(1, 4)}

    def wish(self, content):
        fault = self.fault
        try:
            wish = json.loads(content.decode("utf-8"), parse_constant=lambda name: 1 / 0)
        except (ValueError, ZeroDivisionError, RecursionError):
            if fault == "crash-on-malformed":
                raise RuntimeError
            raise Refused(400, "no JSON")
        if not isinstance(wish, dict) or set(wish) - {"title", "pages", "kind", "published"}:
            raise Refused(400, "no book")
        if "pages" not in wish and fault == "crash-without-pages":
            raise RuntimeError
        for name in ("title", "pages", "kind"):
            if name not in wish and not (name == "title" and fault == "title-not-needed"):
                raise Refused(400, "no " + name)
        title, pages, kind = wish.get("title", "untitled"), wish["pages"], wish["kind"]
        if not isinstance(title, str) or not 1 <= len(title) <= 50:
            raise Refused(400, "title")
        if isinstance(pages, float) and pages.is_integer():
            pages = int(pages)
        if fault == "any-type" and not isinstance(pages, int):
            pages = 100
        if isinstance(pages, bool) or not isinstance(pages, int):
            raise Refused(400, "pages")
        if not 1 <= pages <= 5000:
            if fault != "any-range":
                raise Refused(400, "pages")
            pages = min(max(pages, 1), 5000)
        if kind not in KINDS:
            if fault != "any-kind":
                raise Refused(400, "kind")
            kind = "novel"
        published = wish.get("published")
        if published is not None:
            try:
                if not isinstance(published, str) or len(published) != 10:
                    raise ValueError
                datetime.date.fromisoformat(published)
            except ValueError:
                raise Refused(400, "published")
        if fault == "crash-on-5000" and pages == 5000 or fault == "crash-on-not-ascii" and not title.isascii():
            raise RuntimeError
        if fault == "crash-on-null-date" and "published" in wish and published is None:
            raise RuntimeError
        return {"title": title, "pages": pages, "kind": kind, "published": published}

    def find(self, text):
        if text == "0" and self.fault == "crash-on-zero":
            raise RuntimeError
        if not text.isascii() or not text.isdigit() or int(text) < 1:
            raise Refused(400, "id")
        if int(text) not in self.books:
            if self.fault == "unknown-is-found":
                return dict(self.books[1], id=int(text)) if 1 in self.books else {
                    "id": int(text), "title": "x", "pages": 1, "kind": "poem"}
            raise Refused(404, "no such book")
        return self.books[int(text)]

    def shown(self, book):
        book, fault = dict(book), self.fault
        if fault == "member-missing":
            del book["pages"]
        if fault == "member-of-wrong-type":
            book["pages"] = str(book["pages"])
        if fault == "outside-enumeration":
            book["kind"] = "leaflet"
        if fault == "wrong-date":
            book["published"] = "23.12.1815"
        if fault == "null-title":
            book["title"] = None
        if fault == "member-too-many":
            book["shelf"] = 3
        return book


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    shelf = None

    def log_message(self, *words):
        pass

    def answer(self, status, value=None, kind="application/json", **fields):
        body = b"" if value is None else json.dumps(value).encode()
        if self.shelf.fault == "body-cut" and status == 200 and isinstance(value, dict):
            body = body[:-5]
        self.send_response(status)
        if value is not None:
            self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        for name, text in fields.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def problem(self, status, title, **fields):
        if status == 404 and self.shelf.fault == "error-without-body":
            return self.answer(404, "nothing", "text/plain")
        self.answer(status, {"status": status, "title": title}, "application/problem+json", **fields)

    def serve(self):
        length = self.headers.get("Content-Length", "0")
        content = self.rfile.read(int(length)) if length.isdigit() else b""
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            self.close_connection = True
            return self.problem(411, "length")
        try:
            with self.shelf.lock:
                self.route(content)
        except Refused as refused:
            self.problem(refused.status, refused.title)
        except RuntimeError:
            self.problem(500, "a fault")

    def route(self, content):
        shelf, fault = self.shelf, self.shelf.fault
        parts = urlsplit(self.path)
        path = parts.path.strip("/").split("/")
        if path[0] != "books" or len(path) > 2:
            raise Refused(404, "nothing here")
        allowed = ["GET", "POST"] if len(path) == 1 else ["GET", "PUT", "DELETE"]
        if self.command not in allowed:
            return self.problem(405, "method", Allow=", ".join(allowed))
        if self.command != "GET" and fault != "no-key":
            key = self.headers.get("X-Key")
            if key is None or key != KEY and fault != "any-key":
                raise Refused(401, "who?")
        if len(path) == 1 and self.command == "GET":
            return self.list(parse_qsl(parts.query, keep_blank_values=True))
        if len(path) == 1:
            wish = shelf.wish(content)
            book = {"id": shelf.next, **wish}
            shelf.next += 1
            if fault != "made-is-gone":
                shelf.books[book["id"]] = book
            if fault == "made-differs":
                book = dict(book, title="Persuasion")
            return self.answer(200 if fault == "created-is-200" else 201, shelf.shown(book))
        book = shelf.find(path[1])
        if self.command == "PUT":
            changed = dict(book, **shelf.wish(content))
            if fault != "update-is-lost":
                shelf.books[book["id"]] = changed
            return self.answer(200, shelf.shown(changed))
        if self.command == "DELETE":
            if fault != "deleted-stays":
                shelf.books.pop(book["id"], None)
            return self.answer(202 if fault == "deleted-is-202" else 204)
        self.answer(200, shelf.shown(book))

    def list(self, query):
        fault, names = self.shelf.fault, [name for name, _ in query]
        values = dict(query)
        limit, kind = values.get("limit", "10"), values.get("kind")
        if "limit" in names:
            if len(limit) > 4 or not limit.isascii() or not limit.isdigit():
                raise Refused(400, "limit")
            if not 1 <= int(limit) <= 10 and not (fault == "any-limit" and int(limit) > 10):
                raise Refused(400, "limit")
        if kind is not None and kind not in KINDS:
            raise Refused(400, "kind")
        if fault == "crash-on-poem" and kind == "poem" or fault == "crash-on-both" and kind and "limit" in names:
            raise RuntimeError
        found = [book for book in self.shelf.books.values() if kind in (None, book["kind"])]
        fields = {"X_Total": "many" if fault == "header-of-wrong-type" else str(len(found))}
        if fault == "header-missing":
            fields = {}
        shown = [self.shelf.shown(book) for book in found[:min(int(limit), 10)]]
        self.answer(200, shown, "text/html" if fault == "content-type" else "application/json", **fields)

    def __getattr__(self, name):
        # Any other method is refused, not a fault.
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)


def main():
    if sys.argv[1] == "--list":
        for name, words in FAULTS.items():
            print(name, words, sep="\t")
    elif sys.argv[1] == "--document":
        json.dump(document(), sys.stdout, indent=1)
    else:
        fault = sys.argv[2] if len(sys.argv) > 2 else None
        assert fault is None or fault in FAULTS, fault
        Handler.shelf = Shelf(fault)
        server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
        server.daemon_threads = True
        server.serve_forever()


main()
