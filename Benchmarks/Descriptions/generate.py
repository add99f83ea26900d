#!/usr/bin/env python3
"""Writes an OpenAPI 3.1 document of 500 operations and about 5 MB to standard output.

generate.py [json|yaml] [OPERATIONS]

It is the same each time. YAML is written in block style by rules that need no library.
"""
import json
import sys

NOUNS = ["order", "customer", "invoice", "shipment", "product", "ticket", "event", "account",
         "payment", "refund", "parcel", "contract", "employee", "vehicle", "booking"]
TEXT = ("A long description, as documents of this size have them: what the member is for, who sets it, "
        "when it changes, and what a client should do if it is absent. ")


def schema(number, depth=0):
    """A schema of an object with members of all types."""
    name = NOUNS[number % len(NOUNS)]
    properties = {
        "id": {"type": "string", "format": "uuid", "readOnly": True, "description": TEXT},
        "name": {"type": "string", "minLength": 1, "maxLength": 200, "description": TEXT},
        "state": {"type": "string", "enum": ["open", "held", "closed"], "default": "open"},
        "count": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 1000 + number},
        "price": {"type": ["number", "null"], "exclusiveMinimum": 0, "description": TEXT},
        "tags": {"type": "array", "maxItems": 20, "uniqueItems": True, "items": {"type": "string"}},
        "created": {"type": "string", "format": "date-time", "readOnly": True},
    }
    if depth < 2:
        for part in range(3):
            properties["%s%d" % (name, part)] = schema(number + part + 1, depth + 1)
    return {"type": "object", "required": ["name"], "properties": properties, "description": TEXT * 2}


def example():
    return {"name": "a name", "state": "open", "count": 3, "price": 1.5, "tags": ["a", "b"]}


def content(reference):
    return {"application/json": {"schema": {"$ref": reference}, "example": example()}}


def document(operations):
    paths, schemas = {}, {}
    error = {"description": "What went wrong.",
             "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Error"}}}}
    for number in range((operations + 4) // 5):
        name = "%s%d" % (NOUNS[number % len(NOUNS)].capitalize(), number)
        reference = "#/components/schemas/" + name
        schemas[name] = schema(number)

        def operation(verb, status, body=False, answer=True):
            result = {"operationId": verb + name, "tags": [NOUNS[number % len(NOUNS)]],
                      "summary": "%s %s" % (verb, name), "description": TEXT * 8,
                      "parameters": [{"name": "trace%d" % i, "in": "header", "description": TEXT * 2,
                                      "schema": {"type": "string", "maxLength": 40}} for i in range(4)]}
            if body:
                result["requestBody"] = {"required": True, "content": content(reference)}
            response = {"description": TEXT}
            if answer:
                response["content"] = content(reference)
            result["responses"] = {status: response, "404": error, "default": error}
            return result

        paths["/%s" % name.lower()] = {"get": operation("list", "200"),
                                       "post": operation("create", "201", body=True)}
        paths["/%s/{id}" % name.lower()] = {
            "parameters": [{"name": "id", "in": "path", "required": True,
                            "schema": {"type": "string", "format": "uuid"}}],
            "get": operation("show", "200"),
            "put": operation("replace", "200", body=True),
            "delete": operation("remove", "204", answer=False)}
    schemas["Error"] = {"type": "object", "required": ["title"],
                        "properties": {"title": {"type": "string"}, "status": {"type": "integer"}}}
    return {"openapi": "3.1.0", "info": {"title": "Many operations", "version": "1.0.0"},
            "servers": [{"url": "https://example.com"}], "paths": paths,
            "components": {"schemas": schemas}}


def write_yaml(value, out, indent=0):
    """Writes a value in block style; strings are quoted as JSON quotes them."""
    lead = "  " * indent
    if isinstance(value, dict) and value:
        for name, child in value.items():
            out.write("\n" + lead + json.dumps(name) + ":")
            write_yaml(child, out, indent + 1)
    elif isinstance(value, list) and value:
        for child in value:
            out.write("\n" + lead + "-")
            write_yaml(child, out, indent + 1)
    else:
        out.write(" " + json.dumps(value))


def main():
    form = sys.argv[1] if len(sys.argv) > 1 else "json"
    operations = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    if form == "yaml":
        write_yaml(document(operations), sys.stdout)
        sys.stdout.write("\n")
    else:
        json.dump(document(operations), sys.stdout, indent=1)
        sys.stdout.write("\n")


main()
