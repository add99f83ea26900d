import AccordModel
import AccordSchema
import Testing

@testable import AccordMocking

/// Texts are written in the charset that their format promises.
@Suite struct TextBodyTests {
  private func bytes(_ text: String, _ charset: String?) throws -> [UInt8] {
    let format = Format("text", .text, mediaType: "text/plain", charset: charset)
    return try BodyEncoder.bytes(.string(text), as: .string, in: format)
  }

  @Test func charsetIsThatOfTheFormat() throws {
    #expect(try bytes("Grün", nil) == Array("Grün".utf8))
    #expect(try bytes("Grün", "UTF-8") == Array("Grün".utf8))
    #expect(try bytes("Grün", "ISO-8859-1") == [0x47, 0x72, 0xFC, 0x6E])
    #expect(try bytes("Gras", "us-ascii") == Array("Gras".utf8))
  }

  @Test(arguments: [("Grün", "us-ascii"), ("\u{20AC}", "iso-8859-1"), ("a", "koi8-r")])
  func whatNoCharsetHasIsNotWritten(_ text: String, _ charset: String) {
    #expect {
      try bytes(text, charset)
    } throws: { error in
      "\(error)"
        == "texts are written in utf-8, and in us-ascii and iso-8859-1 where these have all their characters, "
        + "not in \(charset)"
    }
  }
}
