import Testing

@testable import AccordModel

@Suite struct InflateTests {
  private func bytes(_ base64: String) throws -> [UInt8] {
    try #require(Base64Text.decode(base64[...]))
  }

  @Test("A block with its own codes is read")
  func dynamicCodes() throws {
    let content = try bytes(
      """
      eNp1y9EJgDAMRdFVMoCLCC5R7asJtI2YSHF76ZcI9fvcOzu1YOQMWmFOmsilwCaSV5qefxR2dGhiUctIkmoW4wr7jjh0\
      4x6syII0NqnbiXhl8fsTGIJp7cUiO/sDl+xFOA==
      """
    )
    let text = String(decoding: try Inflate.bytes(of: content, limit: 1_000), as: UTF8.self)
    #expect(text.hasPrefix("It was the best of times, it was the worst of times,"))
    #expect(text.hasSuffix("it was the season of Light"))
    #expect(throws: Inflate.Failure.tooLarge) { try Inflate.bytes(of: content, limit: 100) }
  }

  @Test("A file's name in the head of gzip is passed over")
  func namedMember() throws {
    let content = try bytes("H4sICAAAAAAC/25hbWUAy0jNyckHAIamEDYFAAAA")
    #expect(try Inflate.bytes(of: content, limit: 100) == Array("hello".utf8))
  }

  @Test("Every beginning of a file, and every byte of it changed, ends in order")
  func brokenFiles() throws {
    for text in [
      "H4sICAAAAAAC/25hbWUAy0jNyckHAIamEDYFAAAA",
      """
      eNp1y9EJgDAMRdFVMoCLCC5R7asJtI2YSHF76ZcI9fvcOzu1YOQMWmFOmsilwCaSV5qefxR2dGhiUctIkmoW4wr7jjh0\
      4x6syII0NqnbiXhl8fsTGIJp7cUiO/sDl+xFOA==
      """,
    ] {
      let content = try bytes(text)
      for count in content.indices {
        _ = try? Inflate.bytes(of: Array(content[..<count]), limit: 10_000)
        for bit in 0..<8 {
          var changed = content
          changed[count] ^= 1 << UInt8(bit)
          _ = try? Inflate.bytes(of: changed, limit: 10_000)
        }
      }
    }
    #expect(throws: Inflate.Failure.truncated) { try Inflate.bytes(of: [], limit: 10) }
    #expect(throws: Inflate.Failure.malformed) { try Inflate.bytes(of: [0xFF, 1, 2], limit: 10) }
  }
}
