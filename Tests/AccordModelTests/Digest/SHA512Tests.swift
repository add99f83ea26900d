import Testing

@testable import AccordModel

/// The vectors of FIPS 180-4 as NIST publishes them, and lengths around the end of a block as Python's hashlib
/// has them.
@Suite struct SHA512Tests {
  @Test(arguments: [
    (
      "", 1,
      """
      cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce\
      47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
      """
    ),
    (
      "abc", 1,
      """
      ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
      2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
      """
    ),
    (
      "a", 111,
      """
      fa9121c7b32b9e01733d034cfc78cbf67f926c7ed83e82200ef8681819692176\
      0b4beff48404df811b953828274461673c68d04e297b0eb7b2b4d60fc6b566a2
      """
    ),
    (
      "a", 112,
      """
      c01d080efd492776a1c43bd23dd99d0a2e626d481e16782e75d54c2503b5dc32\
      bd05f0f1ba33e568b88fd2d970929b719ecbb152f58f130a407c8830604b70ca
      """
    ),
    (
      "a", 1_000,
      """
      67ba5535a46e3f86dbfbed8cbbaf0125c76ed549ff8b0b9e03e0c88cf90fa634\
      fa7b12b47d77b694de488ace8d9a65967dc96df599727d3292a8d9d447709c97
      """
    ),
  ])
  func digestsAreThoseOfOthers(_ text: String, _ count: Int, _ expected: String) {
    let bytes = Array(String(repeating: text, count: count).utf8)
    let digits = SHA512.digest(of: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    #expect(digits.joined() == expected)
  }
}
