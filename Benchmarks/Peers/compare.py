"""Runs ours and the peers in turns and prints tables: compare.py BINARIES DOCUMENTS ROUNDS SECONDS."""

import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BINARIES, DOCUMENTS, ROUNDS, SECONDS = sys.argv[1:]


def ours(call):
    """A row of ours: what is asked of `Bodies`."""
    return lambda schema, document: [BINARIES + "/Bodies", schema, document, call, SECONDS]


def peer(name):
    """A row of a peer in json_peer.py."""
    script = os.path.join(HERE, "json_peer.py")
    return lambda schema, document: [sys.executable, script, name, schema, document, SECONDS]


# Each row: its name, whether it is a peer that gives a verdict, and the command that measures it.
JSON_ROWS = [
    ("ours: verdict", False, ours("verdict")),
    ("ours: all violations", False, ours("violations")),
    ("ours: document and verdict", False, ours("document")),
    ("ours: document only", False, ours("parse")),
    ("corvus-json-schema-rs", True, peer("corvus")),
    ("jsonschema-rs, orjson", True, peer("jsonschema-rs")),
    ("fastjsonschema, orjson", True, peer("fastjsonschema")),
    ("orjson, parse only", False, peer("orjson-parse")),
]

# A subject is its rows, and the ends of the names of its schemas and documents. Rows for XML are
# added here: their commands take an XSD and an XML document, and print the same line of JSON.
SUBJECTS = [("JSON", JSON_ROWS, ".schema.json", ".json")]


def measure(rows, schema_end, end, size, kind):
    schema = os.path.join(DOCUMENTS, size + schema_end)
    document = os.path.join(DOCUMENTS, size + kind + end)
    results = {name: [] for name, _, _ in rows}
    for _ in range(int(ROUNDS)):
        for name, _, command in rows:
            line = subprocess.run(
                command(schema, document), check=True, capture_output=True, text=True
            ).stdout
            results[name].append(json.loads(line))
    return results


def rate(documents):
    return f"{documents / 1000:,.1f} k" if documents > 10_000 else f"{documents:,.1f}"


def show(title, rows, results):
    verdicts = {name: results[name][0]["valid"] for name, _, _ in rows}
    speed = {name: statistics.median(r["documents"] for r in results[name]) for name in results}
    best = max(speed[name] for name, is_peer, _ in rows if is_peer)
    print(f"\n| {title} | documents/s | MB/s | to the best peer | verdict | allocations | peak memory |")
    print("|---|---|---|---|---|---|---|")
    for name, _, _ in rows:
        first = results[name][0]
        peak = f"{first['peak'] / first['size']:.1f} x" if first["size"] > 1_000_000 else ""
        megabytes = speed[name] * first["size"] / 1e6
        print(
            f"| {name} | {rate(speed[name])} | {megabytes:.0f} | {speed[name] / best:.2f} "
            f"| {'valid' if verdicts[name] else 'invalid'} | {first.get('allocations', '')} | {peak} |",
            flush=True,
        )


for subject, rows, schema_end, end in SUBJECTS:
    for size in ["small", "medium", "large"]:
        for kind in ["", "-bad"]:
            results = measure(rows, schema_end, end, size, kind)
            show(f"{subject}, {size}{', invalid' if kind else ''}", rows, results)
