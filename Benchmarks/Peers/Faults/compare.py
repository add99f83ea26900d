#!/usr/bin/env python3
"""Verifies the service in this folder with each of its faults, by Accord and by Schemathesis.

compare.py ACCORD SCHEMATHESIS [SECONDS]

Both have the document, the key, and the same time. A fault is found where a tool says something that it does not
say of the service without a fault.
"""
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ACCORD, SCHEMATHESIS = sys.argv[1:3]
SECONDS = int(sys.argv[3]) if len(sys.argv) > 3 else 10


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def serve(fault):
    number = port()
    server = subprocess.Popen([sys.executable, str(HERE / "service.py"), str(number)] + [fault][:1 if fault else 0])
    for _ in range(100):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", number)) == 0:
                return server, "http://127.0.0.1:%d" % number
        time.sleep(0.05)
    raise SystemExit("the service does not answer")


def accord(url, document, folder):
    run = Path(folder) / "run.json"
    run.unlink(missing_ok=True)
    subprocess.run(
        [ACCORD, "verify", "--openapi", document, "--server", url, "--strict", "--quiet", "--seed", "0",
         "--report", "json=%s" % run, "--max-time", str(SECONDS), "--use-found", "books.bookId"],
        env=dict(os.environ, BOOKS_KEY="reader-7"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    record = json.loads(run.read_text())
    found = set()
    for suite in record["suites"]:
        for case in suite["cases"]:
            for violation in case.get("violations", []):
                found.add((case["id"].split("/")[1], violation["rule"]))
    return found


def schemathesis(url, document, folder):
    report = Path(folder) / "run.ndjson"
    report.unlink(missing_ok=True)
    subprocess.run(
        [SCHEMATHESIS, "run", document, "--url", url, "--checks", "all", "--max-time", str(SECONDS), "--seed", "1",
         "-H", "X-Key: reader-7", "--report", "ndjson", "--report-ndjson-path", str(report), "--continue-on-failure"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = set()

    def walk(value):
        if isinstance(value, dict):
            failure = value.get("failure")
            if isinstance(failure, dict) and "operation" in failure:
                found.add((failure["operation"], failure["title"]))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for line in report.read_text().splitlines():
        walk(json.loads(line))
    return found


def main():
    listed = subprocess.run([sys.executable, str(HERE / "service.py"), "--list"], capture_output=True, text=True)
    faults = dict(line.split("\t") for line in listed.stdout.splitlines())
    with tempfile.TemporaryDirectory() as folder:
        document = str(Path(folder) / "books.json")
        with open(document, "w") as file:
            subprocess.run([sys.executable, str(HERE / "service.py"), "--document"], stdout=file, check=True)
        usual, counts, times = {}, {}, {}
        print("%-22s %-22s %s" % ("fault", "Accord", "Schemathesis"))
        for fault in [None, *faults]:
            row = []
            for name, tool in (("accord", accord), ("schemathesis", schemathesis)):
                server, url = serve(fault)
                begin = time.monotonic()
                try:
                    found = tool(url, document, folder)
                finally:
                    server.kill()
                    server.wait()
                times.setdefault(name, []).append(time.monotonic() - begin)
                if fault is None:
                    usual[name] = found
                new = sorted({rule for _, rule in found - usual[name]})
                counts[name] = counts.get(name, 0) + bool(new)
                row.append(", ".join(new) if fault else "%d without a fault: %s" % (len(found), sorted(found)))
            print("%-22s | %s | %s" % (fault or "none", *row), flush=True)
        print("found of %d: Accord %d, Schemathesis %d" % (len(faults), counts["accord"], counts["schemathesis"]))
        for name, seconds in times.items():
            print("%s: %.1f s in the median" % (name, sorted(seconds)[len(seconds) // 2]))


main()
