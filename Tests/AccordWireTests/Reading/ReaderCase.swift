import Testing

@testable import AccordWire

/// A message as bytes, and what the reader must make of it.
struct ReaderCase: Sendable, CustomTestStringConvertible {
  let name: String
  let subject: MessageReader.Subject
  let input: [UInt8]
  let closes: Bool
  let limits: ReadLimits
  /// The text of ``ReaderSummary``.
  let expected: String

  var testDescription: String { name }

  /// A response to GET, after which the server leaves the connection open.
  static func response(
    _ name: String,
    _ input: String,
    to method: String = "GET",
    closes: Bool = false,
    limits: ReadLimits = ReadLimits(),
    _ expected: String
  ) -> ReaderCase {
    ReaderCase(
      name: name,
      subject: .response(toMethod: method),
      // Latin-1, so that "\u{E9}" is one byte that is no UTF-8.
      input: input.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
      closes: closes,
      limits: limits,
      expected: expected
    )
  }

  static func request(
    _ name: String,
    _ input: String,
    limits: ReadLimits = ReadLimits(),
    _ expected: String
  ) -> ReaderCase {
    ReaderCase(
      name: name,
      subject: .request,
      input: input.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
      closes: false,
      limits: limits,
      expected: expected
    )
  }

  /// Reads the input cut at these places.
  func read(cutAt cuts: [Int]) -> MessageReader {
    var reader = MessageReader(subject, limits: limits)
    var start = 0
    for cut in cuts + [input.count] {
      reader.feed(Array(input[start..<cut]))
      start = cut
    }
    if closes { reader.finish() }
    return reader
  }
}

/// All that a reader found, as a text to compare.
struct ReaderSummary: CustomStringConvertible {
  let reader: MessageReader

  var description: String {
    var parts: [String] = []
    for interim in reader.interim {
      parts.append("\(interim.status) '\(interim.reason)' \(shown(interim.fields))")
    }
    if reader.startLine.isRead {
      switch reader.subject {
      case .request:
        parts.append(
          "\(shown(reader.startLine.method)) \(shown(reader.startLine.target)) "
            + "\(reader.startLine.version) \(shown(reader.fields.flushed))"
        )
      case .response:
        parts.append(
          "\(reader.startLine.version) \(reader.startLine.status) "
            + "'\(shown(reader.startLine.reason))' \(shown(reader.fields.flushed))"
        )
      }
      parts.append("\(reader.framing)")
    }
    if !reader.body.isEmpty { parts.append("body '\(shown(reader.body))'") }
    if !reader.trailers.isEmpty { parts.append("trailers \(shown(reader.trailers.flushed))") }
    if !reader.surplus.isEmpty { parts.append("surplus '\(shown(reader.surplus))'") }
    switch reader.state {
    case .failed(let failure): parts.append("failed \(failure)")
    case let state: parts.append("\(state)\(reader.allowsReuse ? " reusable" : "")")
    }
    for deviation in reader.deviations {
      let times = deviation.count > 1 ? " ×\(deviation.count)" : ""
      parts.append("\(deviation.id) @\(deviation.offset) '\(shown(deviation.evidence))'\(times)")
    }
    return parts.joined(separator: "\n")
  }

  private func shown(_ bytes: [UInt8]) -> String { WireText.escaped(bytes, limit: 40) }

  private func shown(_ fields: [WireField]) -> String {
    "[" + fields.map { "\(shown($0.name)): \(shown($0.value))" }.joined(separator: ", ") + "]"
  }
}
