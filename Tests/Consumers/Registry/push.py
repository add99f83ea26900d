"""Pushes an image to a registry, and writes down what is there as live data for the contracts."""
import hashlib
import json
import sys
import urllib.request

base, name = sys.argv[1], "library/tools"


def call(method, url, body=None, headers=None):
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    with urllib.request.urlopen(request) as answer:
        return answer.headers


def blob(content):
    digest = "sha256:" + hashlib.sha256(content).hexdigest()
    location = call("POST", f"{base}/v2/{name}/blobs/uploads/", b"")["Location"]
    call("PUT", f"{location}&digest={digest}", content, {"Content-Type": "application/octet-stream"})
    return {"digest": digest, "size": len(content)}


layer = blob(b"what is in the image" * 100)
config = blob(json.dumps({"architecture": "amd64", "os": "linux"}).encode())
kind = "application/vnd.oci.image."
manifest = json.dumps(
    {
        "schemaVersion": 2,
        "mediaType": kind + "manifest.v1+json",
        "config": {"mediaType": kind + "config.v1+json", **config},
        "layers": [{"mediaType": kind + "layer.v1.tar", **layer}],
    }
).encode()
for tag in ["v1", "v2", "latest"]:
    call("PUT", f"{base}/v2/{name}/manifests/{tag}", manifest, {"Content-Type": kind + "manifest.v1+json"})
digest = "sha256:" + hashlib.sha256(manifest).hexdigest()
json.dump(
    {
        "oci.image": [{"name": name, "digest": digest, "config": config["digest"]}],
        "oci.layer": [{"name": name, "digest": layer["digest"]}],
    },
    sys.stdout,
)
