"""What a book shop's mock was sent is found again, until it is reset."""
import json
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def send(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    fields = {"Content-Type": "application/json"}
    try:
        answer = urlopen(Request(sys.argv[1] + path, data, fields, method=method))
    except HTTPError as error:
        answer = error
    text = answer.read()
    is_json = answer.headers["Content-Type"] == "application/json"
    return answer.status, json.loads(text) if is_json else text, answer.headers


def expect(found, expected):
    if found != expected:
        sys.exit(f"expected {expected}, found {found}")


status, added, headers = send("POST", "/books", {"title": "Emma"})
expect((status, added, headers["Server"]), (201, {"id": 2, "title": "Emma"}, "Book shop"))
expect(send("GET", "/books/2")[:2], (200, added))
expect(send("GET", "/newest")[:2], (200, added))
expect(send("GET", "/Books/2")[0], 404)
expect(send("POST", "/books", {})[:2], (400, {"error": "NoTitle"}))
expect(send("GET", "/books/3")[:2], (404, {"error": "BookNotFound"}))
expect(send("GET", "/__accord/givens")[1], {"platform.book": [1, 2]})
expect(send("POST", "/__accord/reset")[0], 204)
expect(send("GET", "/books/2")[0], 404)
