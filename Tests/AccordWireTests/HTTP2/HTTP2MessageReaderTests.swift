import Testing

@testable import AccordWire

@Suite struct HTTP2MessageReaderTests {
  /// A part of a response: a field section, in lines of `name: value`, or content.
  enum Part: Sendable {
    case fields([String], ends: Bool)
    case data(String, ends: Bool)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var method = "GET"
    var parts: [Part]
    var expected: String

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(
      name: "head alone",
      parts: [.fields([":status 204"], ends: true)],
      expected: "204"
    ),
    Example(
      name: "content and trailers",
      parts: [
        .fields([":status 200", "content-type text/plain"], ends: false), .data("ab", ends: false),
        .data("c", ends: false), .fields(["x-sum 3"], ends: true),
      ],
      expected: "200 | content-type: text/plain | body abc | trailer x-sum: 3"
    ),
    Example(
      name: "interim heads",
      parts: [
        .fields([":status 103", "link </a>"], ends: false), .fields([":status 200"], ends: true),
      ],
      expected: "103 | 200"
    ),
    Example(
      name: "switching protocols",
      parts: [.fields([":status 101"], ends: false), .fields([":status 200"], ends: true)],
      expected: "101 | 200 | RFC9113-8.6-switching-protocols @0"
    ),
    Example(
      name: "uppercase name",
      parts: [.fields([":status 200", "X-Id 1"], ends: true)],
      expected: "200 | X-Id: 1 | RFC9113-8.2.1-field-name-uppercase @14"
    ),
    Example(
      name: "name that is no token",
      parts: [.fields([":status 200", "x(id 1"], ends: true)],
      expected: "200 | x(id: 1 | RFC9110-5.1-field-name @14"
    ),
    Example(
      name: "blanks about a value",
      parts: [.fields([":status 200", "x-id  1 "], ends: true)],
      expected: "200 | x-id: 1 | RFC9113-8.2.1-field-value-blanks @14"
    ),
    Example(
      name: "control characters in values",
      parts: [.fields([":status 200", "x-a a\nb", "x-b a\u{0}b", "x-c ä"], ends: true)],
      expected: "200 | x-a: a\\nb | x-b: a\\x00b | x-c: \\xC3\\xA4 | RFC9110-5.5-control @14 | "
        + "RFC9110-5.5-nul @24 | RFC9110-5.5-non-ascii @34"
    ),
    Example(
      name: "field of the connection",
      parts: [.fields([":status 200", "connection close", "keep-alive 5"], ends: true)],
      expected: "200 | connection: close | keep-alive: 5 | "
        + "RFC9113-8.2.2-connection-specific-field @14"
    ),
    Example(
      name: "pseudo-fields late, repeated and unknown",
      parts: [.fields(["a b", ":status 200", ":status 201", ":path /"], ends: true)],
      expected: "200 | a: b | RFC9113-8.3-pseudo-field-late @6 | "
        + "RFC9113-8.3-pseudo-field-repeated @20 | RFC9113-8.3-pseudo-field-unknown @34"
    ),
    Example(
      name: "pseudo-field and framing in trailers",
      parts: [
        .fields([":status 200"], ends: false),
        .fields([":status 200", "content-length 0"], ends: true),
      ],
      expected: "200 | trailer content-length: 0 | "
        + "RFC9113-8.1-pseudo-field-in-trailers @16 | RFC9110-6.5.1-trailer-forbidden @30"
    ),
    Example(
      name: "length that fits",
      parts: [
        .fields([":status 200", "content-length 3"], ends: false), .data("abc", ends: true),
      ],
      expected: "200 | content-length: 3 | body abc"
    ),
    Example(
      name: "content shorter than its length",
      parts: [
        .fields([":status 200", "content-length 5"], ends: false), .data("abc", ends: true),
      ],
      expected: "200 | content-length: 5 | body abc | RFC9113-8.1.1-content-length-not-data @35"
    ),
    Example(
      name: "content longer than its length",
      parts: [
        .fields([":status 200", "content-length 2"], ends: false), .data("abc", ends: true),
      ],
      expected: "200 | content-length: 2 | body abc | RFC9113-8.1.1-content-length-not-data @35"
    ),
    Example(
      name: "length that is no number",
      parts: [.fields([":status 200", "content-length x"], ends: true)],
      expected: "200 | content-length: x | RFC9110-8.6-content-length-invalid @0"
    ),
    Example(
      name: "length of an answer to HEAD",
      method: "HEAD",
      parts: [.fields([":status 200", "content-length 3"], ends: true)],
      expected: "200 | content-length: 3"
    ),
    Example(
      name: "length of a 304",
      parts: [.fields([":status 304", "content-length 3"], ends: true)],
      expected: "304 | content-length: 3"
    ),
    Example(
      name: "content to HEAD",
      method: "HEAD",
      parts: [.fields([":status 200"], ends: false), .data("abc", ends: true)],
      expected: "200 | surplus abc | RFC9110-9.3.2-body-on-head @16"
    ),
    Example(
      name: "content of a 205",
      parts: [.fields([":status 205"], ends: false), .data("abc", ends: true)],
      expected: "205 | body abc | RFC9110-15.3.6-body-on-205 @16"
    ),
    Example(
      name: "no status",
      parts: [.fields(["a b"], ends: true)],
      expected: "The response has no :status field."
    ),
    Example(
      name: "status of a word",
      parts: [.fields([":status OK"], ends: true)],
      expected:
        "The response has no status: expected three digits in :status, found \"OK\"."
    ),
    Example(
      name: "status out of range",
      parts: [.fields([":status 999"], ends: true)],
      expected: "999 | RFC9110-15-status-range @0"
    ),
    Example(
      name: "interim response alone",
      parts: [.fields([":status 100"], ends: true)],
      expected: "The stream ended with an interim response: no final response came."
    ),
    Example(
      name: "head over the limit",
      parts: [
        .fields([":status 200", "a " + String(repeating: "b", count: 200)], ends: true)
      ],
      expected: "The message heads and trailers are longer than the limit of 100 bytes."
    ),
    Example(
      name: "content over the limit",
      parts: [.fields([":status 200"], ends: false), .data("abcdefghijk", ends: true)],
      expected: "200 | body abcdefghij | The body is longer than the limit of 10 bytes."
    ),
  ]

  @Test(arguments: examples)
  func readsAndNotes(_ example: Example) {
    var reader = HTTP2MessageReader(
      toMethod: example.method,
      limits: ReadLimits(maxHeadBytes: 100, maxBodyBytes: 10)
    )
    for part in example.parts {
      switch part {
      case .fields(let lines, let ends):
        reader.take(
          lines.map { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts[1]))
          },
          ends: ends
        )
      case .data(let text, let ends): reader.take(Array(text.utf8), ends: ends)
      }
    }
    var parts: [String] = []
    if let response = reader.response {
      parts += response.interim.map { "\($0.status)" } + ["\(response.status)"]
      parts += response.fields.map { "\($0.nameText): \(WireText.escaped($0.value))" }
      if !response.body.isEmpty { parts.append("body \(WireText.escaped(response.body))") }
      parts += response.trailers.map { "trailer \($0.nameText): \($0.valueText)" }
      if !response.surplus.isEmpty { parts.append("surplus \(WireText.escaped(response.surplus))") }
      parts += response.deviations.map { "\($0.id) @\($0.offset)" }
      #expect(response.version == "HTTP/2")
    }
    if let failure = reader.failure { parts.append("\(failure)") }
    #expect(parts.joined(separator: " | ") == example.expected)
    #expect(reader.isComplete == (reader.failure == nil))
  }

  /// The list in DeviationTests of what is shown here is right.
  @Test(arguments: Deviation.Kind.allCases.filter { $0.rawValue.hasPrefix("RFC9113-") })
  func isExercised(_ kind: Deviation.Kind) {
    #expect(Self.examples.contains { $0.expected.contains(kind.rawValue + " @") })
  }
}
