"""Puts a bucket with objects into the store."""
import sys
import urllib.request

key = "AKIDEXAMPLE/20261130/us-east-1/s3/aws4_request"
fields = {
    "Authorization": f"AWS4-HMAC-SHA256 Credential={key}, SignedHeaders=host, Signature=0",
    "Content-Type": "application/octet-stream",
}


def put(path, body):
    request = urllib.request.Request(sys.argv[1] + path, data=body, method="PUT", headers=fields)
    urllib.request.urlopen(request).close()


put("/shelf", b"")
for name in ["a/b.txt", "c.txt", "d.txt"]:
    put(f"/shelf/{name}", b"what is kept in " + name.encode())
