"""Measures one peer as Bodies measures ours: peer.py PEER SCHEMA DOCUMENT SECONDS."""

import json
import resource
import sys
import time


def judge(peer, path):
    """The function from the text of a document to a verdict."""
    if peer.startswith("lxml"):
        from lxml import etree

        parser = etree.XMLParser(huge_tree=True)
        if peer == "lxml-parse":
            return lambda text: etree.fromstring(text, parser) is not None
        validate = etree.XMLSchema(etree.parse(path)).validate
        return lambda text: validate(etree.fromstring(text, parser))
    with open(path) as file:
        schema = json.load(file)
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
    verdict = judge(peer, schema_path)
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
