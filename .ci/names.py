#!/usr/bin/env python3
"""A name server on port 53 of loopback that knows the address of one name.

    names.py NAME ADDRESS
"""

import socket
import struct
import sys

name, address = sys.argv[1:]
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 53))
print("listening", flush=True)
while True:
    query, client = server.recvfrom(512)
    labels, place = [], 12
    while query[place]:
        labels.append(query[place + 1:place + 1 + query[place]].decode())
        place += query[place] + 1
    kind = struct.unpack(">H", query[place + 1:place + 3])[0]
    question = query[12:place + 5]
    isKnown = ".".join(labels).lower() == name
    isAnswered = isKnown and kind == 1
    # RFC 1035 section 4.1: a response, recursion desired and available, and NXDOMAIN of what is not known.
    flags = 0x8180 if isKnown else 0x8183
    answer = query[:2] + struct.pack(">HHHHH", flags, 1, int(isAnswered), 0, 0) + question
    if isAnswered:
        answer += struct.pack(">HHHIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(address)
    server.sendto(answer, client)
