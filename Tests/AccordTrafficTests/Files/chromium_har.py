#!/usr/bin/env python3
"""Has Chromium write a HAR file of what a page does.

    chromium_har.py CHROMIUM ADDRESS [SCRIPT]  > traffic.har

The page at ADDRESS is opened, and SCRIPT is evaluated in it, whose promise is waited for. The file is written by
the DevTools of Chromium itself (models/har/har.js), as "Save all as HAR with sensitive data" writes it: they are
opened as a second page, which is attached to the first. Nothing but the standard library is needed; commands go over
the pipes of --remote-debugging-pipe.
"""

import json
import os
import select
import subprocess
import sys
import tempfile
import time

PATIENCE = 60

WRITE = """
(async () => {
  const logs = await import("/devtools/models/logs/logs.js");
  const har = await import("/devtools/models/har/har.js");
  let text = "";
  const progress = {
    canceled: false, isCanceled: () => false, createSubProgress: () => progress,
    setTitle() {}, setTotalWork() {}, setWorked() {}, incrementWorked() {},
  };
  const requests = logs.NetworkLog.NetworkLog.instance().requests();
  await har.Writer.Writer.write(
    {write: async piece => { text += piece; }}, requests, {sanitize: false}, progress);
  return text;
})()
"""

READY = """
(async () => {
  const logs = await import("/devtools/models/logs/logs.js");
  await import("/devtools/models/har/har.js");
  return logs.NetworkLog.NetworkLog.instance().requests().length > 0;
})()
"""

SETTLED = """
(async () => {
  const logs = await import("/devtools/models/logs/logs.js");
  return logs.NetworkLog.NetworkLog.instance().requests().every(request => request.finished);
})()
"""


class Browser:
    def __init__(self, program):
        self.profile = tempfile.TemporaryDirectory(prefix="accord-chromium-", ignore_cleanup_errors=True)
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The browser reads from 3 and writes to 4.
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", 'exec "$@" 3<&%d 4>&%d </dev/null >/dev/null 2>&1' % (to_browser, from_browser),
             "sh", program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--user-data-dir=" + self.profile.name, "--remote-debugging-pipe", "--remote-debugging-port=0",
             "--remote-allow-origins=*", "about:blank"],
            pass_fds=(to_browser, from_browser))
        os.close(to_browser)
        os.close(from_browser)
        self.received = b""
        self.count = 0

    def port(self):
        end = time.monotonic() + PATIENCE
        path = os.path.join(self.profile.name, "DevToolsActivePort")
        while time.monotonic() < end:
            try:
                with open(path) as file:
                    return int(file.readline())
            except (OSError, ValueError):
                time.sleep(0.05)
        raise SystemExit("Chromium did not say on which port its DevTools are.")

    def send(self, method, session=None, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") != self.count:
                continue
            if "error" in answer:
                raise SystemExit("%s: %s" % (method, answer["error"]))
            return answer["result"]

    def receive(self):
        while b"\0" not in self.received:
            if not select.select([self.input], [], [], PATIENCE)[0]:
                raise SystemExit("Chromium said nothing for %d seconds." % PATIENCE)
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise SystemExit("Chromium ended.")
            self.received += piece
        message, self.received = self.received.split(b"\0", 1)
        return json.loads(message)

    def open(self, address):
        target = self.send("Target.createTarget", url=address)["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return target, session

    def evaluate(self, session, expression):
        answer = self.send("Runtime.evaluate", session, expression=expression, awaitPromise=True,
                           returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait(self, session, expression, before=lambda: None):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            before()
            answer = self.send("Runtime.evaluate", session, expression=expression, awaitPromise=True,
                               returnByValue=True)
            if answer.get("result", {}).get("value") is True:
                return
            time.sleep(0.1)
        raise SystemExit("It did not become true: " + expression)


def recorded(program, address, script):
    browser = Browser(program)
    try:
        port = browser.port()
        target, page = browser.open("about:blank")
        # The page is attached to over the port, as a person's DevTools are.
        _, tools = browser.open("http://127.0.0.1:%d/devtools/devtools_app.html?ws=127.0.0.1:%d/devtools/page/%s"
                                % (port, port, target))
        # Tools that are attached do not see the network yet: what they have seen once, they see. What the blank page
        # asked for is forgotten with it, since the tools keep no log over a navigation.
        browser.wait(tools, READY, lambda: browser.evaluate(page, 'fetch("data:,ready").then(() => true)'))
        browser.send("Page.enable", page)
        browser.send("Page.navigate", page, url=address)
        browser.wait(page, 'document.readyState === "complete" && location.href !== "about:blank"')
        browser.evaluate(page, script)
        time.sleep(0.5)
        browser.wait(tools, SETTLED)
        return browser.evaluate(tools, WRITE)
    finally:
        os.close(browser.output)
        try:
            browser.process.wait(10)
        except subprocess.TimeoutExpired:
            browser.process.terminate()


def main(program, address, script="0"):
    # The tools of a busy browser have been seen to miss the page itself: such a file is of no use, and made anew.
    for _ in range(3):
        text = recorded(program, address, script)
        if any(entry["request"]["url"] == address for entry in json.loads(text)["log"]["entries"]):
            break
    sys.stdout.write(text)


main(*sys.argv[1:])
