extension WireRequest {
  /// The request as it goes on the wire.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 + body.count)
    bytes.append(contentsOf: method.utf8)
    bytes.append(ASCII.space)
    bytes.append(contentsOf: target)
    bytes.append(ASCII.space)
    bytes.append(contentsOf: version.utf8)
    bytes.append(contentsOf: MessageWriter.lineEnd)
    MessageWriter.write(fields, to: &bytes)
    switch framing {
    case .asWritten:
      bytes.append(contentsOf: body)
    case .chunked(let sizes):
      MessageWriter.writeChunked(body, sizes: sizes, trailers: trailers, to: &bytes)
    }
    return bytes
  }
}
