import Testing

@testable import AccordModel

/// The bytes are what Python's gzip and zlib made of one text.
@Suite struct ContentCodingTests {
  static let text = Array(#"{"number":7,"total":9.5}"#.utf8)

  private func bytes(_ base64: String) throws -> [UInt8] {
    try #require(Base64Text.decode(base64[...]))
  }

  @Test(arguments: [
    (["gzip"], "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0URgAAAA="),
    (["X-GZIP"], "H4sICAEAAAAC/25hbWUuanNvbgCrVsorzU1KLVKyMtdRKskvScxRsrLUM60FAObw9FEYAAAA"),
    (
      ["gzip"],
      """
      H4sIAAAAAAACA6tWyivNTUotUrICAA3tvlcKAAAAH4sIAAAAAAACAzPXUSrJL0nMUbKy1DOtBQDXXeHDDgAAAA==
      """
    ),
    (["deflate"], "eJyrVsorzU1KLVKyMtdRKskvScxRsrLUM60FAGQyB6E="),
    (["deflate"], "eAEBGADn/3sibnVtYmVyIjo3LCJ0b3RhbCI6OS41fWQyB6E="),
    (
      ["deflate", "gzip"],
      """
      H4sIAAAAAAACA6uYszrslPZZXy/doE1G1wO1Tup7ngnctOmK8VpWhhQj9oUAdIWoOCAAAAA=
      """
    ),
  ])
  func codingsAreTakenOff(_ codings: [String], _ base64: String) throws {
    let content = try ContentCoding.decoded(bytes(base64), codings)
    #expect(content == Self.text)
  }

  @Test(arguments: [
    // Bare DEFLATE, as some servers send it against RFC 9110 section 8.4.1.2.
    ("deflate", "q1bKK81NSi1SsjLXUSrJL0nMUbKy1DOtBQA=", Inflate.Failure.notWrapped),
    ("gzip", "eyJudW1iZXIiOjd9", .notWrapped),
    // Its last byte, a byte of its length and a byte of its checksum changed.
    ("deflate", "eJyrVsorzU1KLVKyMtdRKskvScxRsrLUM60FAGQyB6A=", .checksum),
    ("gzip", "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0URkAAAA=", .checksum),
    ("gzip", "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5/D0URgAAAA=", .checksum),
    ("gzip", "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0UQ==", .truncated),
    ("deflate", "eJyrVsorzU1KLVKyMtdRKskvScxRsrLUM60FAGQyB6EhIQ==", .surplus(2)),
    ("gzip", "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0URgAAAAh", .surplus(1)),
  ])
  func brokenCodingIsTold(_ coding: String, _ base64: String, _ failure: Inflate.Failure) throws {
    let content = try bytes(base64)
    #expect(throws: ContentCoding.Failure.broken(coding: coding, failure)) {
      try ContentCoding.decoded(content, [coding])
    }
  }

  @Test func unknownCodingsAndTooManyAreTold() {
    #expect(throws: ContentCoding.Failure.unknown("br")) {
      try ContentCoding.decoded([1], ["br"])
    }
    #expect(throws: ContentCoding.Failure.tooMany(4)) {
      try ContentCoding.decoded([1], ["gzip", "gzip", "gzip", "gzip"])
    }
  }

  @Test func contentThatGrowsWithoutBoundIsTold() throws {
    let content = try bytes("H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0URgAAAA=")
    #expect(throws: ContentCoding.Failure.tooLarge(coding: "gzip", limit: 23)) {
      try ContentCoding.decoded(content, ["gzip"], limit: 23)
    }
    #expect(try ContentCoding.decoded(content, ["gzip"], limit: 24) == Self.text)
  }

  @Test func namesAreReadFromAllFields() {
    let fields = [
      Field("Content-Encoding", "identity"), Field("content-encoding", " deflate ,gzip,"),
    ]
    #expect(ContentCoding.names(in: fields) == ["deflate", "gzip"])
  }
}
