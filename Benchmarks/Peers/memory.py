"""The peak memory of runs, each a process of its own: memory.py OURS CASES:BYTES ..."""

import os
import socket
import subprocess
import sys
import tempfile
import time

OURS = sys.argv[1]
RUNS = [tuple(map(int, run.split(":"))) for run in sys.argv[2:]]

NGINX = """
worker_processes 1;
daemon off;
user root;
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
      root {folder};
      try_files /answer =404;
    }}
  }}
}}
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


def main():
    print(f"{'cases':>8} {'bytes each':>12} {'jobs':>6} {'peak MB':>9} {'user s':>8} {'report MB':>10}")
    for cases, size in RUNS:
        for jobs in (1, 8):
            with tempfile.TemporaryDirectory() as folder:
                port = free_port()
                with open(f"{folder}/nginx.conf", "w") as file:
                    file.write(NGINX.format(folder=folder, port=port))
                text = "x" * max(8, size - 40)
                with open(f"{folder}/answer", "w") as file:
                    file.write('{"id":7,"name":"seven","note":"' + text + '"}')
                nginx = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-p", folder])
                try:
                    wait_for(port)
                    measure(folder, port, cases, size, jobs)
                finally:
                    nginx.terminate()
                    nginx.wait()


def measure(folder, port, cases, size, jobs):
    command = [
        OURS, "verify", "--server", f"http://127.0.0.1:{port}", "--seed", "1", "-q",
        "--jobs", str(jobs), "--output", f"{folder}/reports",
    ]
    process = subprocess.Popen(
        command,
        env={**os.environ, "ACCORD_CASES": str(cases)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command}: status {status}")
    size_of_report = os.path.getsize(f"{folder}/reports/report.json")
    print(
        f"{cases:>8} {size:>12} {jobs:>6} {usage.ru_maxrss / 1024:>9.0f} {usage.ru_utime:>8.2f}"
        f" {size_of_report / 1e6:>10.1f}",
        flush=True,
    )


main()
