"""Runs the whole plan behind a proxy that breaks one thing at a time: faults.py TOOL REGISTRY-PORT FOLDER.

Each fault is found, and by the rules that it is for and no others; without a fault nothing is. The runs go on
side by side against one registry: each has a seed, and so names, of its own.
"""
import json
import pathlib
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

FOUND = {
    "none": [],
    "wrong-digest": ["digest-is-of-content"],
    "bytes-reversed": ["digest-is-of-content", "outputs-are-given", "written-is-read"],
    "head-length": ["head-answers-as-get"],
    "location-nowhere": ["location-leads"],
    "upload-location-nowhere": ["status-is-expected"],
    "other-repository": ["answer-follows-request"],
    "delete-does-nothing": ["list-omits", "wrong-request-is-refused"],
    "page-omits": ["outputs-are-given", "pages-hold-all"],
    "page-repeats": ["outputs-are-given", "pages-hold-all"],
    "upload-lost": ["status-is-expected"],
    "refused-is-stored": [
        "body-is-well-formed",
        "body-matches-schema",
        "refused-changes-nothing",
        "wrong-request-is-refused",
    ],
}
tool, registry, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
here = pathlib.Path(__file__).parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"nothing answers at port {port}")


def run(numbered):
    number, fault = numbered
    port, output = free_port(), folder / fault
    proxy = subprocess.Popen([sys.executable, here / "proxy.py", str(port), registry, fault])
    try:
        wait_for(port)
        server = ["--server", f"http://127.0.0.1:{port}", "--seed", str(number)]
        done = subprocess.run(
            [tool, "verify", "--strict", *server, "--output", output], capture_output=True, text=True
        )
    finally:
        proxy.kill()
    try:
        report = json.loads((output / "report.json").read_text())
    except OSError:
        return fault, None, done.stdout + done.stderr
    cases = [case for suite in report["suites"] for case in suite["cases"]]
    rules = {violation["rule"] for case in cases for violation in case["violations"]}
    # A run that found nothing may have run nothing.
    is_whole = fault != "none" or done.returncode == 0
    return fault, sorted(rules), "" if is_whole else done.stdout


wrong = 0
with ThreadPoolExecutor(4) as pool:
    for fault, rules, text in pool.map(run, enumerate(FOUND, 1)):
        print(f"{fault}: {', '.join(rules or ['nothing'])}")
        if rules != FOUND[fault] or text:
            wrong += 1
            print(f"  expected {', '.join(FOUND[fault]) or 'nothing'}\n{text}")
print(f"{len(FOUND) - 1} faults of the registry are found, each by its rules" if not wrong else f"{wrong} wrong")
sys.exit(1 if wrong else 0)
