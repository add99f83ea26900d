#!/usr/bin/env python3
"""lxml, text to verdict, on the bench documents: the rows of XMLBodies for a peer.

Usage: peers_xml.py FOLDER [ROUNDS]; the folder is one that generate.py has filled. Prints one line
of JSON a row. Processor time, medians.
"""
import json
import statistics
import sys
import time

from lxml import etree

folder = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
for name in ("small", "medium", "large"):
    schema = etree.XMLSchema(etree.parse(f"{folder}/{name}.xsd"))
    for suffix, valid in (("", True), ("-bad", False)):
        with open(f"{folder}/{name}{suffix}.xml", "rb") as file:
            data = file.read()
        parser = etree.XMLParser(huge_tree=True)
        schema.validate(etree.fromstring(data, parser))
        # What we find too: one violation in a document that is broken in one place.
        assert len(schema.error_log) >= (0 if valid else 1), schema.error_log
        places = {(error.line, error.path) for error in schema.error_log}
        assert len(places) == (0 if valid else 1), schema.error_log

        def verdict():
            assert schema.validate(etree.fromstring(data, parser)) == valid

        def parse():
            etree.fromstring(data, parser)

        for what, work in (("verdict", verdict), ("parse", parse)):
            repetitions = max(1, 10_000_000 // len(data))
            seconds = []
            for _ in range(rounds):
                start = time.process_time()
                for _ in range(repetitions):
                    work()
                seconds.append((time.process_time() - start) / repetitions)
            median = statistics.median(seconds)
            row = {"subject": "lxml", "document": name + suffix, "what": what, "bytes": len(data)}
            row |= {"perSecond": 1 / median, "megabytes": len(data) / median / 1e6}
            print(json.dumps(row), flush=True)
