/// One step of an answer, played byte for byte.
package enum WireAction: Sendable, Hashable {
  /// Writes these bytes and waits until the operating system has taken them.
  case write([UInt8])
  case pause(Duration)
  /// Closes in order: what was written arrives, then the end.
  case close
  /// Ends our side only; the client may still send.
  case halfClose
  /// Closes the socket in order but says nothing of it in TLS, where that is spoken: no closure alert
  /// (RFC 8446 section 6.1).
  case closeBelowTLS
  /// Resets the connection.
  case reset
  /// Holds the connection open and says nothing until the client closes it.
  case neverAnswer

  /// Writes the text as UTF-8.
  package static func write(_ text: String) -> WireAction { .write(Array(text.utf8)) }

  /// Writes the bytes in pieces of this size with a pause after each.
  package static func trickle(_ bytes: [UInt8], by size: Int, pause: Duration) -> [WireAction] {
    stride(from: 0, to: bytes.count, by: max(1, size)).flatMap { start in
      [
        .write(Array(bytes[start..<min(start + max(1, size), bytes.count)])),
        .pause(pause),
      ]
    }
  }
}

/// What a server does to answer one request.
package struct WireReply: Sendable, Hashable {
  package var actions: [WireAction]
  /// Whether the connection is read for another request afterwards.
  package var keepAlive: Bool

  package init(_ actions: [WireAction], keepAlive: Bool = false) {
    self.actions = actions
    self.keepAlive = keepAlive
  }

  /// A right HTTP/1.1 response, written at once.
  ///
  /// Content-Length is added where the status allows one and the fields frame no body
  /// themselves, and `Connection: close` where the connection is not kept. With `toHEAD` the
  /// content is left out and its length stays.
  package static func response(
    status: Int,
    reason: String = "",
    fields: [WireField] = [],
    body: [UInt8] = [],
    toHEAD: Bool = false,
    keepAlive: Bool = true
  ) -> WireReply {
    WireReply(
      [
        .write(
          responseBytes(
            status: status,
            reason: reason,
            fields: fields,
            body: body,
            toHEAD: toHEAD,
            keepAlive: keepAlive
          )
        )
      ],
      keepAlive: keepAlive
    )
  }

  /// The bytes of such a response, for whoever damages them before they are written.
  package static func responseBytes(
    status: Int,
    reason: String = "",
    fields: [WireField] = [],
    body: [UInt8] = [],
    toHEAD: Bool = false,
    keepAlive: Bool = true
  ) -> [UInt8] {
    var fields = fields
    let allowsContent = status >= 200 && status != 204 && status != 304
    let isFramed = fields.contains {
      $0.isNamed("Content-Length") || $0.isNamed("Transfer-Encoding")
    }
    if allowsContent, !isFramed {
      fields.append(WireField("Content-Length", String(body.count)))
    }
    if !keepAlive, !fields.contains(where: { $0.isNamed("Connection") }) {
      fields.append(WireField("Connection", "close"))
    }
    var bytes = Array("HTTP/1.1 \(status) \(reason)\r\n".utf8)
    MessageWriter.write(fields, to: &bytes)
    if allowsContent, !toHEAD {
      if fields.tokens(of: "Transfer-Encoding").last == "chunked" {
        MessageWriter.writeChunked(body, sizes: [], trailers: [], to: &bytes)
      } else {
        bytes.append(contentsOf: body)
      }
    }
    return bytes
  }
}
