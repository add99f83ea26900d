import Testing

@testable import AccordModel

/// Content that has to be decoded before it can be searched.
@Suite struct SearchedContentTests {
  private let redactor = Redactor(secrets: [Secret("tok-CANARY-9f8e7d", placeholder: "$T")])

  private func bytes(_ base64: String) throws -> [UInt8] {
    try #require(Base64Text.decode(base64[...]))
  }

  @Test(
    "Compressed content that holds a secret is left out with its length",
    arguments: [
      ("gzip", "H4sIAAAAAAACA6tWKsnPTs1TsgLRus6Ofo5BkbqWaRap5ilKtQBMm+OSHQAAAA=="),
      ("deflate", "eNqrVirJz07NU7IC0brOjn6OQZG6lmkWqeYpSrUAjXQJGQ=="),
      ("deflate", "q1Yqyc9OzVOyAtG6zo5+jkGRupZpFqnmKUq1AA=="),
      ("deflate", "eAEBHQDi/3sidG9rZW4iOiJ0b2stQ0FOQVJZLTlmOGU3ZCJ9jXQJGQ=="),
      // In two members, so that the secret stands across them.
      (
        "gzip",
        "H4sIAAAAAAACAyvJz9Z1dvQDADyGicoHAAAAH4sIAAAAAAACA3MMitS1TLNINU8BANHVCb4KAAAA"
      ),
    ]
  )
  func compressedContent(_ coding: String, _ base64: String) throws {
    let content = try bytes(base64)
    let left = Array("(\(content.count) bytes are left out: ".utf8)
    let fields = [Field("content-encoding", coding)]
    #expect(redactor.redact(content: content, describedBy: fields).starts(with: left))
    if content[0] == 0x1F {
      #expect(redactor.redact(content: content, describedBy: []).starts(with: left))
    }
  }

  @Test(
    "Compressed bytes in a text that hold a secret are left out with their length",
    arguments: [
      // gzip, and zlib as its levels begin.
      "H4sIAAAAAAAC/yvJz9Z1dvRzDIrUtUyzSDVPAQCWkJD9EQAAAA==",
      "eJwryc/WdXb0cwyK1LVMs0g1TwEAMOEFPg==",
      "eNoryc/WdXb0cwyK1LVMs0g1TwEAMOEFPg==",
      "eAEryc/WdXb0cwyK1LVMs0g1TwEAMOEFPg",
      // With signs, as they are, in the alphabet of URIs, and escaped.
      "H4sIAAAAAAAC/yvJz9Z1dvRzDIrUtUyzSDVPMQcAY+wucxIAAAA=",
      "H4sIAAAAAAAC_yvJz9Z1dvRzDIrUtUyzSDVPMQcAY-wucxIAAAA",
      "H4sIAAAAAAAC%2FyvJz9Z1dvRzDIrUtUyzSDVPMQcAY%2BwucxIAAAA%3D",
      #"H4sIAAAAAAAC\/yvJz9Z1dvRzDIrUtUyzSDVPMQcAY\u002bwucxIAAAA\u003D"#,
      #"H4sIAAAAAAAC\\/yvJz9Z1dvRzDIrUtUyzSDVPMQcAY\\u002BwucxIAAAA="#,
      // On lines, of a text and of a string of JSON.
      "H4sIAAAAAAAC/yvJz9Z1dvRz\r\nDIrUtUyzSDVPMQcAY+wucxIAAAA=",
      #"H4sIAAAAAAAC/yvJz9Z1dvRz\r\nDIrUtUyzSDVPMQcAY+wucxIAAAA="#,
      // Twice, with Base64 between and without, and in UTF-16.
      "H4sIAAAAAAAC//MwKfZ0hABn/coyryrLKMOUsqAqF8+i0JLQyqpgl7AAx0Dn8GwvF0vXQJAyW1sAxYktfDQAAAA=",
      "H4sIAAAAAAAC/5Pv5mAAAab/2ifPXyst+1LM03Vlq89mD1N/RoZpEyb8FQRKAgBAgX3GJQAAAA==",
      "H4sIAAAAAAAC//v/r4QhnyGbQZfBmcGRwQ+IgxgigTxLhjQGC4ZUBnOGFAYAqwHMBCQAAAA=",
    ]
  )
  func compressedTexts(_ base64: String) {
    for (before, after) in [
      (#"{"a":""#, #""}"#), ("data:application/gzip;base64,", ""), ("", "\r\n--boundary"),
      ("a ", "…"),
    ] {
      let left =
        "(\(base64.utf8.count) bytes are left out: compressed or binary content, which "
        + "cannot be searched for secrets)"
      #expect(redactor.redact(before + base64 + after) == before + left + after)
    }
  }

  @Test("Compressed bytes in a text that end too soon to be searched are left out")
  func cutTexts() {
    #expect(
      redactor.redact(#"{"a":"H4sIAAAAAAAC/yvJz9Z1dvRzDIrU"}"#)
        == #"{"a":"(28 bytes are left out: compressed or binary content, which cannot be searched "#
        + #"for secrets)"}"#
    )
  }

  @Test(
    "Compressed bytes in a text without a secret stay, and what only begins like them",
    arguments: [
      "H4sIAAAAAAAC/8vLVyhOTS5KLVHISC1KVUgsUUjMyQEALIKiCxUAAAA=",
      "eJzLy1coTk0uSi0BABEKA4Q=", "eJwhatever", "eAEAAAAAAAAAAAAAAAAAAAAA", "H4sI", "H4sIoup",
      "eNo eNo eNo", "the H4sIxyz and the eJy",
    ]
  )
  func harmlessTexts(_ text: String) {
    #expect(redactor.redact("{\"a\":\"\(text)\"}") == "{\"a\":\"\(text)\"}")
  }

  @Test("Texts that begin as compressed bytes do cost no more than their length")
  func hostileTexts() {
    for piece in ["H4sI", "eJw", "H4sIAAAAAAAC/", "eJwryc/WdXb0cwyK", "eJw "] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      let start = processorTime()
      let redacted = redactor.redact(text)
      #expect(redacted == text || redacted.contains("bytes are left out"))
      #expect(processorTime() - start < .seconds(20))
    }
  }

  @Test("Compressed content without a secret stays")
  func cleanContent() throws {
    let content = try bytes("H4sIAAAAAAACA6tWykvMTVWyUkpMSh5FdEBKtQDVk4V9cwEAAA==")
    #expect(redactor.redact(content: content, describedBy: []) == content)
    #expect(
      redactor.redact(content: content, describedBy: [Field("Content-Encoding", "gzip")])
        == content
    )
  }

  @Test("Content that cannot be decoded is left out")
  func unreadableContent() throws {
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0xD, 0xA, 0x1A, 0xA, 0, 0, 0, 0xD]
    let text = String(
      decoding: redactor.redact(content: image, describedBy: []),
      as: UTF8.self
    )
    #expect(
      text == "(12 bytes are left out: compressed or binary content, which cannot be searched "
        + "for secrets)"
    )
    let brotli: [UInt8] = [0x8B, 0x02, 0x80, 0x68, 0x69, 0x03]
    let fields = [Field("Content-Encoding", "br")]
    #expect(redactor.redact(content: brotli, describedBy: fields) != brotli)
    // Without a secret nothing is hidden.
    #expect(Redactor(secrets: []).redact(content: image, describedBy: []) == image)
  }

  @Test("Text that says it is compressed and is not is searched as text")
  func mislabelledContent() {
    let fields = [Field("Content-Encoding", "gzip")]
    let content = Array("no tok-CANARY-9f8e7d".utf8)
    #expect(redactor.redact(content: content, describedBy: fields) == Array("no $T".utf8))
  }

  @Test("UTF-16 and UTF-32 are searched as text and keep their encoding")
  func wideTexts() {
    func wide(_ text: String, _ width: Int, _ isBig: Bool, _ mark: Bool) -> [UInt8] {
      let units = (mark ? "\u{FEFF}" : "") + text
      return units.unicodeScalars.flatMap { scalar -> [UInt8] in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
        return isBig ? bytes.reversed() : bytes
      }
    }
    for width in [2, 4] {
      for isBig in [false, true] {
        for mark in [false, true] {
          let content = wide("{\"a\":\"tok-CANARY-9f8e7d é\"}", width, isBig, mark)
          let expected = wide("{\"a\":\"$T é\"}", width, isBig, mark)
          #expect(redactor.redact(content: content, describedBy: []) == expected)
        }
      }
    }
  }

  @Test("Latin-1 stays Latin-1")
  func latin1() {
    let content = Array("tok-CANARY-9f8e7d caf".utf8) + [0xE9]
    #expect(
      redactor.redact(content: content, describedBy: []) == Array("$T caf".utf8) + [0xE9]
    )
  }
}
