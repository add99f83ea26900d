import Testing

@testable import AccordModel

/// The vectors of FIPS 180-4 as NIST publishes them, and every length around the end of a block.
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      """
      abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs\
      mnopqrstnopqrstu
      """,
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func publishedVectors(_ text: String, _ digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test
  func millionOfOneLetter() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hexadecimal(of: bytes) == digest)
  }

  /// The digest of the digests of `a` repeated 0 to 200 times, as Python's hashlib has it.
  @Test
  func everyLengthAroundTheEndOfABlock() {
    let digests = (0...200).flatMap { count in
      SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: count))
    }
    #expect(
      SHA256.hexadecimal(of: digests)
        == "1be2d7d291484baf4c78d463a65b40a26c255b1946e5205eac8edad606a76fdd"
    )
  }

  @Test(arguments: [1, 7, 63, 64, 65, 200])
  func piecesAreAsGoodAsTheWhole(_ size: Int) {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(hash.finalized() == SHA256.digest(of: bytes))
  }
}
