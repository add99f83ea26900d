import Testing

@testable import AccordModel

/// One secret in every spelling that a server can give it.
@Suite struct SecretSpellingTests {
  private let redactor = Redactor(secrets: [Secret("tok-CANARY/9f8e\"7d", placeholder: "$T")])

  @Test(
    "A secret is found however it is written",
    arguments: [
      ("itself", #"a tok-CANARY/9f8e"7d b"#),
      ("in lower case", #"a tok-canary/9f8e"7d b"#),
      ("in upper case", #"a TOK-CANARY/9F8E"7D b"#),
      ("percent-encoded", "a tok-CANARY%2F9f8e%227d b"),
      ("percent-encoded twice", "a tok-CANARY%252f9f8e%25227d b"),
      ("percent-encoded three times", "a tok-CANARY%25252F9f8e%2525227d b"),
      ("percent-encoded, every byte", "a %74%6f%6b%2DCANARY%2F9f8e%227d b"),
      ("as old scripts escape", "a tok-CANARY%u002F9f8e%u00227d b"),
      ("in a string of JSON", #"a tok-CANARY\/9f8e\"7d b"#),
      ("in JSON in JSON", #"a tok-CANARY\\/9f8e\\\"7d b"#),
      ("in JSON in JSON in JSON", #"a tok-CANARY\\\\/9f8e\\\\\\\"7d b"#),
      ("escaped with \\u", #"a \u0074ok-CANARY\u002F9f8e\u00227d b"#),
      ("escaped with \\u twice", #"a \\u0074ok-CANARY\\u002f9f8e\\u00227d b"#),
      ("escaped with \\u three times", #"a \\\\u0074ok-CANARY\\\\u002f9f8e\\\\u00227d b"#),
      ("escaped with \\x", #"a \x74ok-CANARY\x2f9f8e\x227d b"#),
      ("escaped with \\u{}", #"a \u{74}ok-CANARY\u{2F}9f8e\u{22}7d b"#),
      ("in octal", #"a \164ok-CANARY\0579f8e\0427d b"#),
      ("in XML", "a tok-CANARY/9f8e&quot;7d b"),
      ("in decimal references", "a &#116;ok-CANARY&#47;9f8e&#34;7d b"),
      ("in padded references", "a &#0116;ok-CANARY&#x0002F;9f8e&#00034;7d b"),
      ("in references without semicolon", "a &#116ok-CANARY&#47;9f8e&#34;7d b"),
      ("in named references", "a tok-CANARY&sol;9f8e&QUOT;7d b"),
      ("in references in XML in XML", "a tok-CANARY&amp;#47;9f8e&amp;quot;7d b"),
      ("in JSON in XML", "a tok-CANARY\\/9f8e\\&quot;7d b"),
      ("percent-encoded in JSON", #"a tok-CANARY\u00252F9f8e\u0025227d b"#),
      ("in quoted-printable", "a tok-CAN=\r\nARY=2F9f8e=227d b"),
      ("folded", "a tok-CAN\r\n ARY/9f8e\"7d b"),
      ("with characters of no width", "a tok\u{200B}-CAN\u{AD}ARY/9f8e\"7d b"),
      ("in hexadecimal", "a 746f6b2d43414e4152592f396638652237 64 b"),
      ("in spaced hexadecimal", "a 74 6F 6B 2D 43 41 4E 41 52 59 2F 39 66 38 65 22 37 64 b"),
      (
        "in prefixed hexadecimal",
        "a 74, 0x6f, 0x6b, 0x2d, 0x43, 0x41, 0x4e, 0x41, 0x52, 0x59, 0x2f, 0x39, 0x66, 0x38, 0x65,"
          + " 0x22, 0x37, 0x64 b"
      ),
      ("in Base64", "a dG9rLUNBTkFSWS85ZjhlIjdk b"),
      ("in Base64 on lines", "a dG9rLUNBTk\r\nFSWS85Zj\nhlIjdk b"),
      ("in Base64 on lines of JSON", #"a dG9rLUNBTk\r\nFSWS85Zj\nhlIjdk b"#),
      ("in Base64, percent-encoded", "a dG9rLUNB%54kFSWS85ZjhlIjdk b"),
      ("in Base64 in lower case", "a dg9rlunbtkfsws85zjhlijdk b"),
      ("in Base64 of Base64", "a ZEc5ckxVTkJUa0ZTV1M4NVpqaGxJamRr b"),
      ("in Base64 of UTF-16", "a dABvAGsALQBDAEEATgBBAFIAWQAvADkAZgA4AGUAIgA3AGQA b"),
    ]
  )
  func isFound(_ name: String, _ text: String) {
    let redacted = redactor.redact(text)
    #expect(redacted.hasPrefix("a $T"), "\(name): \(redacted)")
    #expect(redacted.hasSuffix(" b"), "\(name): \(redacted)")
    #expect(redacted.utf8.count <= 12, "\(name): \(redacted)")
  }

  @Test(
    "What XML joins is one text, and the markup stays",
    arguments: [
      ("<a><![CDATA[tok-CAN]]><![CDATA[ARY9]]></a>", "<a><![CDATA[$T]]><![CDATA[]]></a>"),
      ("<a>tok-<![CDATA[CANARY9]]></a>", "<a>$T<![CDATA[]]></a>"),
      ("<a>tok-<!-- > -->CANARY9</a>", "<a>$T<!-- > --></a>"),
      ("<a>tok-<b x='1'>CAN</b>ARY9</a>", "<a>$T<b x='1'></b></a>"),
      ("<a>&#0116;ok-CANARY9</a>", "<a>$T</a>"),
      ("<a>tok-<?pi ?>CANARY9</a>", "<a>$T<?pi ?></a>"),
      ("<a>tok-</a><a>CANARY8</a>", "<a>tok-</a><a>CANARY8</a>"),
    ]
  )
  func isJoined(_ text: String, _ expected: String) {
    let redactor = Redactor(secrets: [Secret("tok-CANARY9", placeholder: "$T")])
    #expect(redactor.redact(text) == expected)
  }

  @Test("Letters beyond ASCII are found in either case and in Latin-1")
  func beyondASCII() {
    let redactor = Redactor(secrets: [Secret("Müßig-é😀9", placeholder: "$T")])
    for text in [
      "Müßig-é😀9", "müßig-É😀9".lowercased(), "M&uuml;&szlig;ig-&eacute;&#x1F600;9",
      #"M\u00fc\u00DFig-\u00e9\ud83d\uDe009"#, "M%C3%BC%C3%9Fig-%C3%A9%F0%9F%98%809",
      #"M\xfc\xdfig-\xe9\U0001F6009"#, #"M\\u00fc\\u00DFig-\\u00e9\\ud83d\\ude009"#,
    ] {
      #expect(redactor.redact("<\(text)>") == "<$T>", "\(text)")
    }
    let latin = Redactor(secrets: [Secret("geheim-é", placeholder: "$T")])
    #expect(latin.redact(Array("geheim-".utf8) + [0xE9, 0x21]) == Array("$T!".utf8))
  }

  @Test("What is no secret stays as it is")
  func othersStay() {
    for text in [
      #"tok-CANARY/9f8e"7"#, #"tok-CANARX/9f8e"7d"#, "%74%6f%6b", "dG9rLUNBTkFSWT85ZjhlIjdk",
      "74 6F 6B 2D 43 41 4E 41 52 59 2F 39 66 38 65 22 37", #"\\\\\\\\"#, "&&&&&&", "%%%%%",
    ] {
      #expect(redactor.redact(text + " b") == text + " b")
    }
  }

  @Test(
    "Where a text was cut, the beginning counts",
    arguments: ["…", "\"…", "\\\"…", "", "%253…", "%3", #"\u00…"#, "&amp;#x3…"]
  )
  func beginnings(_ end: String) {
    #expect(redactor.redact("a tok-CANAR\(end)") == "a $T\(end)")
    #expect(redactor.redact("a dG9rLUNBTkFS\(end)") == "a $T\(end)")
    #expect(redactor.redact("a tok-\(end)") == "a tok-\(end)")
  }

  @Test(
    "A hostile text is searched in bounded time, or left out",
    arguments: [#"\"#, "%", "%25", "&amp;", "=", "&#", "<!--", "t", "tok-<b>", "]]>", #"\u005c"#]
  )
  func hostileTexts(_ piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let start = processorTime()
    let redacted = redactor.redact(text)
    #expect(redacted == text || redacted.hasPrefix("(\(text.utf8.count) bytes are left out"))
    #expect(processorTime() - start < .seconds(20))
  }
}
