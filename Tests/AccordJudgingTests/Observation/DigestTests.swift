import AccordModel
import Testing

@testable import AccordJudging

/// Digests in header fields, of content in codings and of algorithms that are not computed.
@Suite struct DigestTests {
  private func judgement(
    _ rule: DigestRule,
    _ value: String,
    _ response: Exchange.Response = .answer(200, nil, "blob")
  ) -> Judgement {
    var response = response
    response.fields.append(Field(rule.name, value))
    return Judge().judge(.answer("digest", to: BookShop.cover(digests: [rule]), response))
  }

  private static let hex512 =
    "78dfec637347c509fe8d78d55efbd28fa1666f146e3a964b7eda2551e6f36bf2"
    + "9b57266584fa47306ba7332e246e9d4406c5a72a9e609e2eca6e36a6ff505f36"

  @Test func otherAlgorithmsAreComputed() {
    let rule = DigestRule.required("Docker-Content-Digest", .algorithmAndHex)
    #expect(judgement(rule, "sha512:\(Self.hex512)").verdict == .conforms)
    #expect(judgement(rule, "sha512:\(Self.hex512.dropLast())0").verdict == .violates)
  }

  @Test(arguments: [
    (DigestRule.required("D", .algorithmAndHex), "md5:00", "md5"),
    (DigestRule.required("D", .dictionary), "md5=:AA==:, sha=:AA==:", "md5 and sha"),
  ])
  func unknownAlgorithmsAreNotChecked(_ rule: DigestRule, _ value: String, _ name: String) {
    #expect(
      judgement(rule, value).verdict
        == .notChecked(
          reason: "digest-is-of-content: D names a digest by \(name), which is not computed."
        )
    )
  }

  /// The digest of RFC 9530 is that of what was sent, the one of registries that of what is meant.
  @Test func codedContentHasItsOwnDigest() {
    var response = Exchange.Response.answer(200, nil, "")
    // `blob`, by Python's zlib.
    response.body = [0x78, 0x9C, 0x4B, 0xCA, 0xC9, 0x4F, 0x02, 0x00, 0x04, 0x10, 0x01, 0xA0]
    response.fields.append(Field("Content-Encoding", "deflate"))
    let sent = DigestRule.required("Content-Digest", .dictionary)
    let meant = DigestRule.required("Docker-Content-Digest", .algorithmAndHex)
    let hex = "fa2c8cc4f28176bbeed4b736df569a34c79cd3723e9ec42f9674b4d46ac6b8b8"
    #expect(judgement(meant, "sha256:\(hex)", response).verdict == .conforms)
    #expect(judgement(sent, sent.value(of: response.body), response).verdict == .conforms)
    #expect(judgement(sent, sent.value(of: Array("blob".utf8)), response).verdict == .violates)
  }
}
