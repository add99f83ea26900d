/// Writes the parts that requests and responses share (RFC 9112, sections 5 and 7.1).
enum MessageWriter {
  static let lineEnd: [UInt8] = [ASCII.carriageReturn, ASCII.lineFeed]

  /// Writes the field lines and the empty line after them.
  static func write(_ fields: [WireField], to bytes: inout [UInt8]) {
    for field in fields {
      bytes.append(contentsOf: field.rawLine)
      bytes.append(contentsOf: lineEnd)
    }
    bytes.append(contentsOf: lineEnd)
  }

  /// Writes the body in chunks of these sizes, what remains as one, the last chunk and trailers.
  static func writeChunked(
    _ body: [UInt8],
    sizes: [Int],
    trailers: [WireField],
    to bytes: inout [UInt8]
  ) {
    var rest = body[...]
    for size in sizes where size > 0 && !rest.isEmpty {
      writeChunk(rest.prefix(size), to: &bytes)
      rest = rest.dropFirst(size)
    }
    if !rest.isEmpty {
      writeChunk(rest, to: &bytes)
    }
    bytes.append(0x30)
    bytes.append(contentsOf: lineEnd)
    write(trailers, to: &bytes)
  }

  private static func writeChunk(_ data: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(data.count, radix: 16).utf8)
    bytes.append(contentsOf: lineEnd)
    bytes.append(contentsOf: data)
    bytes.append(contentsOf: lineEnd)
  }
}
