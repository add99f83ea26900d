"""Runs many simple cases against nginx, ours and the peers' in turns: cases.py OURS K6 ROUNDS COUNT ..."""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

OURS, K6, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
COUNTS = [int(count) for count in sys.argv[4:]]
BARE_32 = "bare wire, 32 connections"

NGINX = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 64; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port};
    location /items/ {{
      default_type "application/json; charset=utf-8";
      return 200 '{{"id":7,"name":"seven","note":"one small answer"}}';
    }}
  }}
}}
"""

# The same three checks: status, media type, members.
SCRIPT = """
import http from 'k6/http';
import { check } from 'k6';
import exec from 'k6/execution';
export const options = { vus: VUS, iterations: COUNT };
export default function () {
  const answer = http.get(`${__ENV.SERVER}/items/${exec.scenario.iterationInTest + 1}`);
  check(answer, {
    status: (r) => r.status === 200,
    type: (r) => r.headers['Content-Type'].startsWith('application/json'),
    body: (r) => Number.isInteger(r.json().id) && r.json().name.length > 0,
  });
}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("nginx does not listen")


def seconds(command, environment=None):
    start = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **(environment or {})}
    )
    taken = time.monotonic() - start
    if done.returncode != 0:
        sys.exit(f"{command}: status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return taken


def k6_script(folder, count, users):
    script = os.path.join(folder, f"script-{users}.js")
    with open(script, "w") as file:
        file.write(SCRIPT.replace("COUNT", str(count)).replace("VUS", str(users)))
    return [K6, "run", "--quiet", "--no-usage-report", script]


def wrk_seconds(server, count):
    """What `count` exchanges take at the rate of wrk, which is not given a count but a time."""
    done = subprocess.run(
        ["wrk", "-t", "1", "-c", "32", "-d", "3s", f"{server}/items/1"],
        capture_output=True, text=True, check=True,
    )
    rate = re.search(r"Requests/sec:\s+([0-9.]+)", done.stdout)
    return count / float(rate.group(1))


def rows(folder, server, count):
    cases = {"ACCORD_CASES": str(count)}
    one = ["--jobs", "1", "-q"]
    reports = [
        argument
        for name in ("json", "junit", "markdown")
        for argument in ("--report", f"{name}={folder}/{name}")
    ]
    verify = [OURS, "verify", "--server", server, "--seed", "1"]
    return [
        ("bare wire", [OURS, "bare", server], cases),
        ("accord, three reports", verify + one + reports, cases),
        ("accord, 8 jobs", verify + ["-q", "--jobs", "8"] + reports, cases),
        ("k6", k6_script(folder, count, 1), {"SERVER": server}),
        (BARE_32, [OURS, "bare", server, "32"], cases),
        ("accord, 32 jobs", verify + ["-q", "--jobs", "32"] + reports, cases),
        ("k6, 32 users", k6_script(folder, count, 32), {"SERVER": server}),
    ]


def main():
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        configuration = os.path.join(folder, "nginx.conf")
        with open(configuration, "w") as file:
            file.write(NGINX.format(folder=folder, port=port))
        os.chmod(folder, 0o755)
        nginx = subprocess.Popen(["nginx", "-c", configuration, "-p", folder])
        try:
            wait_for(port)
            print(f"{'':26}" + "".join(f"{count:>24,}" for count in COUNTS))
            table = {}
            for count in COUNTS:
                taken = {}
                for _ in range(ROUNDS):
                    for name, command, environment in rows(folder, f"http://127.0.0.1:{port}", count):
                        taken.setdefault(name, []).append(seconds(command, environment))
                    if shutil.which("wrk"):
                        taken.setdefault("wrk, 32 connections", []).append(
                            wrk_seconds(f"http://127.0.0.1:{port}", count)
                        )
                for name, values in taken.items():
                    # What has 32 connections is held against the bare wire with as many.
                    bare = statistics.median(taken[BARE_32 if "32" in name else "bare wire"])
                    middle = statistics.median(values)
                    table.setdefault(name, []).append(
                        f"{middle:.2f} s ({middle / bare:.2f}) {middle / count * 1e6:.0f} us"
                    )
            for name, cells in table.items():
                print(f"{name:26}" + "".join(f"{cell:>24}" for cell in cells))
        finally:
            nginx.terminate()
            nginx.wait()


main()
