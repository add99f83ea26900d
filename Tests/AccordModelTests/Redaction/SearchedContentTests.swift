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
