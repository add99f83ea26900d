"""Measures one peer as Bodies measures ours: json_peer.py PEER SCHEMA DOCUMENT SECONDS."""

import json
import resource
import sys
import time


def judge(peer, schema):
    """The function from the text of a document to a verdict."""
    if peer == "corvus":
        import corvus_json_schema_rs

        return corvus_json_schema_rs.compile(schema).is_valid_json
    if peer == "jsonschema-rs":
        import jsonschema_rs
        import orjson

        is_valid = jsonschema_rs.validator_for(schema).is_valid
        return lambda text: is_valid(orjson.loads(text))
    if peer == "fastjsonschema":
        import fastjsonschema
        import orjson

        validate = fastjsonschema.compile(schema)

        def verdict(text):
            try:
                validate(orjson.loads(text))
                return True
            except fastjsonschema.JsonSchemaValueException:
                return False

        return verdict
    if peer == "orjson-parse":
        import orjson

        return lambda text: orjson.loads(text) is not None
    raise SystemExit("no such peer: " + peer)


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main():
    peer, schema_path, path, seconds = sys.argv[1:]
    with open(schema_path) as file:
        verdict = judge(peer, json.load(file))
    seconds = float(seconds)
    start = peak()
    with open(path, "rb") as file:
        text = file.read()
    valid = verdict(text)
    most = peak() - start
    count, batch, duration = 0, 1, 0.0
    begin = time.process_time()
    while duration < seconds:
        for _ in range(batch):
            verdict(text)
        count += batch
        duration = time.process_time() - begin
        if duration < seconds / 10:
            batch *= 2
    result = {"valid": valid, "documents": count / duration, "peak": most, "size": len(text)}
    print(json.dumps(result))


main()
