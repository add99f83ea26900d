import Testing

@testable import AccordSchema

/// Multipart bodies as curl 8 and Python's requests send them.
@Suite struct MultipartTests {
  static let curl = lines(
    "--------------------------8bafdd30af3d98f8",
    #"Content-Disposition: form-data; name="to""#,
    "",
    #"Emma "E" Grün"#,
    "--------------------------8bafdd30af3d98f8",
    #"Content-Disposition: form-data; name="tag""#,
    "",
    "a",
    "--------------------------8bafdd30af3d98f8",
    #"Content-Disposition: form-data; name="tag""#,
    "",
    "b",
    "--------------------------8bafdd30af3d98f8",
    #"Content-Disposition: form-data; name="picture"; filename="p.png""#,
    "Content-Type: image/png",
    "",
    "\u{89}PNG",
    "--------------------------8bafdd30af3d98f8",
    #"Content-Disposition: form-data; name="meta""#,
    "Content-Type: application/json",
    "",
    #"{"a":1}"#,
    "--------------------------8bafdd30af3d98f8--"
  )

  static let requests = lines(
    "--061a6c44ff8785118e74b5c620240207",
    #"Content-Disposition: form-data; name="to""#,
    "",
    "Emma",
    "--061a6c44ff8785118e74b5c620240207",
    #"Content-Disposition: form-data; name="empty""#,
    "",
    "",
    "--061a6c44ff8785118e74b5c620240207",
    #"Content-Disposition: form-data; name="picture"; filename="p%22q.png""#,
    "Content-Type: image/png",
    "",
    "\u{89}PNG",
    "--061a6c44ff8785118e74b5c620240207--"
  )

  /// The lines with CR LF; the byte that begins a picture is one alone.
  private static func lines(_ lines: String...) -> [UInt8] {
    let picture = Array("\u{89}PNG\r\n".utf8)
    let bytes = Array(lines.map { $0 + "\r\n" }.joined().utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: picture) }) else {
      return bytes
    }
    return Array(bytes[..<start]) + [0x89] + bytes[(start + 2)...]
  }

  private let schema = Schema.object([
    .required("to", .string), .optional("tag", .array(of: .string)),
    .optional("picture", .string.contentEncoding("base64")),
  ])

  @Test func partsOfCurlAreRead() throws {
    let document = try MultipartDocument(
      parsing: Self.curl,
      boundary: "------------------------8bafdd30af3d98f8"
    )
    #expect(document.parts.map(\.name) == ["to", "tag", "tag", "picture", "meta"])
    #expect(document.parts.map(\.fileName) == [nil, nil, nil, "p.png", nil])
    #expect(document.parts.map(\.mediaType) == [nil, nil, nil, "image/png", "application/json"])
    #expect(
      document.value(as: schema)
        == ["to": #"Emma "E" Grün"#, "tag": ["a", "b"], "picture": "iVBORw==", "meta": ["a": 1]]
    )
  }

  @Test func partsOfRequestsAreRead() throws {
    let document = try MultipartDocument(
      parsing: Self.requests,
      boundary: "061a6c44ff8785118e74b5c620240207"
    )
    #expect(document.parts.map(\.fileName) == [nil, nil, "p\"q.png"])
    #expect(
      document.value(as: schema) == ["to": "Emma", "empty": "", "picture": "iVBORw=="]
    )
  }

  @Test func writtenPartsAreRead() throws {
    let schema = Schema.object([
      .required("to", .string), .optional("copies", .integer),
      .optional("tag", .array(of: .string)), .optional("meta", .object([.optional("a", .integer)])),
      .required("picture", .string.contentMediaType("image/png").contentEncoding("base64")),
    ])
    let value: JSON = [
      "to": "Emma\r\nIda", "copies": 2, "tag": ["a"], "meta": ["a": 1], "picture": "iVBORw==",
    ]
    let bytes = try MultipartWriter(schema).bytes(of: value)
    let document = try MultipartDocument(parsing: bytes, boundary: MultipartWriter.boundary)
    #expect(document.value(as: schema) == value)
    #expect(document.parts.map(\.mediaType) == [nil, nil, nil, "application/json", "image/png"])
  }

  @Test(arguments: [
    ("", "expected a line with the boundary, found none", 0),
    ("--b", "expected the end of the line after the boundary", 3),
    ("--b\r\n", "expected an empty line after the part's fields, found the end of the body", 5),
    (
      "--b\r\nContent-Type: text/plain\r\n",
      "expected an empty line after the part's fields, found the end of the body", 31
    ),
    (
      "--b\r\n\r\nabc\r\n",
      "expected a line with the boundary after the part, found the end of the body", 7
    ),
  ])
  func brokenBodiesAreTold(_ text: String, _ message: String, _ byte: Int) {
    #expect {
      try MultipartDocument(parsing: Array(text.utf8), boundary: "b")
    } throws: { error in
      let failure = error as? MultipartDocument.Failure
      return failure?.mismatch.message == message && failure?.byte == byte
    }
  }

  @Test(arguments: [nil, "", String(repeating: "b", count: 71)])
  func boundariesAreBounded(_ boundary: String?) {
    #expect(throws: MultipartDocument.Failure.self) {
      try MultipartDocument(parsing: Array("--b--".utf8), boundary: boundary)
    }
  }

  @Test func everyCutAndEveryChangedByteEndsInOrder() throws {
    for count in Self.curl.indices {
      let boundary = "------------------------8bafdd30af3d98f8"
      _ = try? MultipartDocument(parsing: Array(Self.curl[..<count]), boundary: boundary)
      var changed = Self.curl
      changed[count] ^= 0x0F
      _ = try? MultipartDocument(parsing: changed, boundary: boundary)
    }
    #expect(try MultipartDocument(parsing: Array("--b--".utf8), boundary: "b").parts.isEmpty)
  }

  @Test func whatNoFieldHoldsIsToldWhereItIsWritten() {
    #expect(throws: BodyWritingError(.notFields(Found([1])), at: .root)) {
      try MultipartWriter(.any).bytes(of: [1])
    }
    #expect {
      try FormDocument.text(of: ["a": ["b": 1]])
    } throws: { error in
      "\(error)"
        == "The value at /a is an object of 1 member, which no field holds: a form is an object of "
        + "texts, numbers, and lists of them."
    }
    #expect {
      try BodyWriter.text([])
    } throws: { error in
      "\(error)" == "The value is an array of 0 items, which is no text: write it as a string."
    }
  }

  @Test func formsAreWrittenAndRead() throws {
    let schema = Schema.object([
      .optional("to", .string), .optional("tag", .array(of: .string)), .optional("n", .integer),
    ])
    let value: JSON = ["to": "Emma & Ida", "tag": ["a", "b"], "n": 7]
    let text = try FormDocument.text(of: value)
    #expect(text == "to=Emma+%26+Ida&tag=a&tag=b&n=7")
    #expect(try FormDocument(parsing: text).value.json(as: schema) == value)
  }

  /// The example of RFC 2046 section 5.1.1.
  static let mixed = lines(
    "This is the preamble.  It is to be ignored, though it",
    "is a handy place for composition agents to include an",
    "explanatory note to non-MIME conformant readers.",
    "",
    "--simple boundary",
    "",
    "This is implicitly typed plain US-ASCII text.",
    "It does NOT end with a linebreak.",
    "--simple boundary",
    "Content-type: text/plain; charset=us-ascii",
    "",
    "This is explicitly typed plain US-ASCII text.",
    "It DOES end with a linebreak.",
    "",
    "--simple boundary--",
    "",
    "This is the epilogue.  It is also to be ignored."
  )

  @Test func partsWithoutNamesStandInOrder() throws {
    let document = try MultipartDocument(parsing: Self.mixed, boundary: "simple boundary")
    #expect(
      document.list.json == [
        "This is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.",
        "This is explicitly typed plain US-ASCII text.\r\nIt DOES end with a linebreak.\r\n",
      ]
    )
  }

  @Test func whatIsWrittenInOrderIsRead() throws {
    let schema = Schema.array(of: .any).with {
      $0.prefixItems = [
        .object([.required("a", .integer)]), .string.contentEncoding("base64"), .string,
      ]
    }
    let value: JSON = [["a": 1], "iVBORw0KGgo=", "Grüß Gott"]
    let bytes = try MultipartWriter(schema).bytes(ofList: value)
    let document = try MultipartDocument(parsing: bytes, boundary: MultipartWriter.boundary)
    #expect(
      document.parts.map(\.mediaType) == [
        "application/json", "text/plain; charset=utf-8", "text/plain; charset=utf-8",
      ]
    )
    #expect(document.parts.map(\.name) == [nil, nil, nil])
    #expect(Array(document.parts[1].content.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
    #expect(document.list(as: schema) == value)
    #expect(throws: BodyWritingError.self) { try MultipartWriter(schema).bytes(ofList: []) }
    #expect(throws: BodyWritingError.self) { try MultipartWriter(schema).bytes(ofList: ["a": 1]) }
  }
}
