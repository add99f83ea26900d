"""Holds documents to JSON Schemas with the package jsonschema.

Each line of the input is an object with a schema and documents; each line of the output is the list
of verdicts. The formats are read here once more, by other means than Accord's.
"""

import base64
import datetime
import ipaddress
import json
import re
import sys

import jsonschema

checker = jsonschema.FormatChecker(formats=())


def text_format(name):
    def register(function):
        def check(value):
            if not isinstance(value, str):
                return True
            try:
                return bool(function(value))
            except ValueError:
                return False

        checker.checks(name)(check)
        return function

    return register


DASHED = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"


@text_format("uuid")
def uuid(text):
    return re.fullmatch(DASHED, text)


@text_format("guid")
def guid(text):
    return re.fullmatch(rf"{DASHED}|\{{{DASHED}\}}|\({DASHED}\)|[0-9a-fA-F]{{32}}", text)


@text_format("date")
def date(text):
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) and datetime.date.fromisoformat(text)


@text_format("time")
def time(text):
    zoned = re.fullmatch(r"(\d\d:\d\d:\d\d)(\.\d+)?(Z|z|[+-]\d\d:\d\d)", text)
    return zoned and bool(datetime.time.fromisoformat(zoned[1]) is not None)


@text_format("date-time")
def date_time(text):
    parts = re.fullmatch(r"(.{10})[Tt](.*)", text)
    return parts and date(parts[1]) and time(parts[2])


@text_format("duration")
def duration(text):
    time_part = r"T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)"
    date_part = r"(\d+Y(\d+M(\d+D)?)?|\d+M(\d+D)?|\d+D)"
    return re.fullmatch(rf"P({date_part}({time_part})?|{time_part}|\d+W)", text)


@text_format("base64")
def base64_text(text):
    return base64.b64encode(base64.b64decode(text, validate=True)).decode() == text


@text_format("email")
def email(text):
    return re.fullmatch(r"[^@\s]+@[A-Za-z0-9.-]+", text)


@text_format("uri")
def uri(text):
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~%]*", text)


@text_format("ipv4")
def ipv4(text):
    return ipaddress.IPv4Address(text)


@text_format("dotnet-date-time")
def dotnet_date_time(text):
    if re.fullmatch(r"/Date\(-?\d{1,15}([+-]\d{4})?\)/", text):
        return True
    parts = re.fullmatch(r"(.{10})([T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?)?", text)
    return parts and date(parts[1]) and (not parts[3] or datetime.time.fromisoformat(parts[3]) is not None)


def epoch_milliseconds(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return True
    return value == int(value) and abs(value) <= 8_640_000_000_000_000


checker.checks("epoch-milliseconds")(epoch_milliseconds)

for line in sys.stdin:
    job = json.loads(line)
    jsonschema.Draft202012Validator.check_schema(job["schema"])
    validator = jsonschema.Draft202012Validator(job["schema"], format_checker=checker)
    print(json.dumps([validator.is_valid(document) for document in job["documents"]]))
