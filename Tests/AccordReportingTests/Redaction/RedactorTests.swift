import AccordModel
import Testing

@testable import AccordReporting

struct RedactorTests {
  private let redactor = Redactor(secrets: [
    Secret("s3cr&t/\"é", placeholder: "$TOKEN"), Secret("s3cr&t/\"é longer", placeholder: "$LONG"),
    Secret("eyJhbGciOiJIUzI1NiJ9.x", placeholder: "$JWT"), Secret("", placeholder: "$NONE"),
  ])

  @Test(arguments: [
    ("Bearer s3cr&t/\"é.", "Bearer $TOKEN."),
    ("s3cr&t/\"é longer", "$LONG"),
    ("s3cr&t/\"és3cr&t/\"é", "$TOKEN$TOKEN"),
    ("?t=s3cr%26t%2F%22%C3%A9&x", "?t=$TOKEN&x"),
    ("?t=s3cr%26t%2f%22%c3%a9", "?t=$TOKEN"),
    ("%73%33%63%72%26%74%2F%22%C3%A9", "$TOKEN"),
    ("t=s3cr%26t%2F%22%C3%A9+longer", "t=$LONG"),
    (#"{"t":"s3cr&t\/\"é"}"#, #"{"t":"$TOKEN"}"#),
    (#"{"t":"s3cr\u0026t/\u0022\u00E9"}"#, #"{"t":"$TOKEN"}"#),
    ("<t>s3cr&amp;t/&quot;&#233;</t>", "<t>$TOKEN</t>"),
    ("<t>s3cr&#38;t&#x2F;&#34;&#xE9;</t>", "<t>$TOKEN</t>"),
    ("https://me:s3cr%26t%2F%22%C3%A9@host/", "https://me:$TOKEN@host/"),
    ("cut eyJhbGciOiJIU", "cut $JWT"),
    ("cut \"eyJhbGciOiJIU…\" here", "cut \"$JWT…\" here"),
    ("another eyJhbGciOiJIUzUxMiJ9.y", "another eyJhbGciOiJIUzUxMiJ9.y"),
    ("eyJhb", "eyJhb"),
    ("nothing here", "nothing here"),
    ("", ""),
  ])
  func text(_ text: String, _ expected: String) {
    #expect(redactor.redact(text) == expected)
  }

  @Test
  func base64AtEveryOffset() {
    let redactor = Redactor(secrets: [Secret("top-secret-password", placeholder: "$P")])
    for user in ["", "a", "ab", "abc", "abcd"] {
      let basic = Base64.text(Array("\(user):top-secret-password".utf8))
      let redacted = redactor.redact("Basic \(basic)")
      #expect(redacted.contains("$P"))
      #expect(!redacted.contains("Rvc"), "\(redacted)")
    }
  }

  @Test
  func base64ForURLs() {
    let redactor = Redactor(secrets: [Secret("\u{3FF}\u{3FF}\u{3FF}ÿÿÿ", placeholder: "$P")])
    let text = Base64.text(Array("\u{3FF}\u{3FF}\u{3FF}ÿÿÿ".utf8))
    #expect(redactor.redact(text).contains("$P"))
    let forURLs = text.replacing("+", with: "-").replacing("/", with: "_")
    #expect(redactor.redact(forURLs).contains("$P"))
  }

  @Test
  func bytesThatAreNotText() {
    let redactor = Redactor(secrets: [Secret("abc", placeholder: "$A")])
    #expect(redactor.redact([0xFF, 0x61, 0x62, 0x63, 0x00]) == [0xFF, 0x24, 0x41, 0x00])
  }

  @Test
  func nothingOfAReportIsForgotten() {
    let secret = "hunter2hunter2"
    var report = Hostile.report
    report = report.filled(with: secret)
    let redacted = Redactor(secrets: [Secret(secret, placeholder: "$PW")]).redact(report)
    var dumped = ""
    dump(redacted.suites.map(\.results), to: &dumped)
    dump(redacted.settings, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    for format in ReportFormats.all {
      let text = format.text(for: redacted)
      #expect(!text.contains("hunter2"), "\(format.name)")
      #expect(text.contains("PW"), "\(format.name)")
    }
  }

  @Test
  func noSecrets() {
    #expect(Redactor(secrets: []).redact(Runs.mixed) == Runs.mixed)
  }
}

extension Report {
  /// The report with a text instead of the hostile one, in every place.
  fileprivate func filled(with secret: String) -> Report {
    let redactor = Redactor(secrets: [Secret(Hostile.text, placeholder: secret)])
    return redactor.redact(self)
  }
}
