@testable import AccordSchema
import Testing

/// What the public suite does not ask of host names.
struct HostnameTests {
  @Test(
    "Punycode is read and written",
    arguments: [
      // RFC 3492, section 7.1.
      ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
      ("porquénopuedensimplementehablarenespañol", "porqunopuedensimplementehablarenespaol-fmd56a"),
      ("bücher", "bcher-kva"),
      ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
      ("ü", "tda"),
    ]
  )
  func punycode(text: String, encoded: String) {
    let scalars = text.unicodeScalars.map(\.value)
    #expect(String(decoding: Punycode.encoded(scalars), as: UTF8.self) == encoded)
    #expect(Punycode.decoded(Array(encoded.utf8).span) == scalars)
  }

  @Test(
    "What is no Punycode is refused",
    arguments: [
      "99999999999999999999", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "a-b_c", "é", "x", "-é",
    ]
  )
  func noPunycode(text: String) {
    #expect(Punycode.decoded(Array(text.utf8).span) == nil)
  }

  @Test(
    "Labels are composed",
    arguments: [
      ("cafe\u{301}.example", false), ("caf\u{E9}.example", true),
      ("\u{915}\u{93C}.example", true), ("a\u{323}\u{307}.example", false),
      ("q\u{307}\u{323}.example", false), ("q\u{323}\u{307}.example", true),
      ("\u{1E63}\u{307}.example", false),
    ]
  )
  func composition(name: String, isAdmitted: Bool) throws {
    let format = try #require(StringFormat.named("idn-hostname"))
    #expect(format.admits(name) == isAdmitted)
  }

  @Test(
    "Host names in the wild",
    arguments: [
      ("r3---sn-4g5e6nzz.example.com", true, false), ("127.0.0.1", true, true),
      ("XN--BCHER-KVA.example", true, true), ("xn--bcher-kvA.example", true, true),
      ("BÜCHER.example", false, false), ("bücher.example", false, true),
      ("xn--.example", false, false), ("xn--a.example", false, false),
      (String(repeating: "a.", count: 126) + "a", true, true),
      (String(repeating: "a.", count: 127) + "a", false, false),
    ]
  )
  func wild(name: String, isHostname: Bool, isInternational: Bool) throws {
    #expect(try #require(StringFormat.named("hostname")).admits(name) == isHostname)
    #expect(try #require(StringFormat.named("idn-hostname")).admits(name) == isInternational)
  }

  @Test func aLongTextEnds() throws {
    let format = try #require(StringFormat.named("idn-hostname"))
    #expect(!format.admits(String(repeating: "ü", count: 1_000_000)))
    #expect(!format.admits(String(repeating: "xn--9", count: 200_000)))
    #expect(!format.admits(String(repeating: ".", count: 1_000_000)))
  }

  @Test(
    "A host is written in ASCII",
    arguments: [
      ("bücher.example", "xn--bcher-kva.example"),
      ("BÜCHER.Example", "xn--bcher-kva.example"),
      // The same letter in two scalars.
      ("bu\u{308}cher.example", "xn--bcher-kva.example"),
      ("例え\u{3002}テスト", "xn--r8jz45g.xn--zckzah"),
      ("faß.de", "xn--fa-hia.de"),
      ("bücher.example.", "xn--bcher-kva.example."),
      ("Example.COM", "Example.COM"),
      ("my_service-1", "my_service-1"),
      ("127.0.0.1", "127.0.0.1"),
      ("xn--bcher-kva.example", "xn--bcher-kva.example"),
      ("☃.example", nil), ("bü cher", nil), ("ü/x", nil), ("-ü", nil), ("a..b", nil), (".a", nil),
      ("ü..b", nil), ("", nil), ("a b", nil), ("a/b", nil), ("a\r\nb", nil), ("a%41", nil),
      (String(repeating: "ü", count: 64), nil),
    ] as [(String, String?)]
  )
  func ascii(name: String, ascii: String?) {
    #expect(HostName.ascii(name) == ascii)
  }

  @Test(
    "An address in brackets is one of IPv6",
    arguments: [
      ("::1", true), ("2001:db8::1", true), ("::ffff:192.0.2.1", true), ("fe80::1%eth0", true),
      ("fe80::1%", false), ("fe80::1%a b", false), ("::1::2", false), ("127.0.0.1", false),
      ("x", false), ("", false),
    ]
  )
  func ipv6(text: String, isAddress: Bool) {
    #expect(HostName.isIPv6(text) == isAddress)
  }
}
