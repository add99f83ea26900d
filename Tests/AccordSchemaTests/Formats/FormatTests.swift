@testable import AccordSchema
import Testing

struct FormatTests {
  /// Texts that a format admits in JSON and in XML, and texts that it refuses there.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let json: (accepted: [String], rejected: [String])
    let xml: (accepted: [String], rejected: [String])

    init(
      _ name: String,
      _ accepted: [String],
      _ rejected: [String],
      xml: (accepted: [String], rejected: [String]) = ([], [])
    ) {
      self.name = name
      json = (accepted, rejected)
      self.xml = xml
    }

    var testDescription: String { name }
  }

  private static let dashed = "3F2504E0-4F89-41d3-9a0c-0305e82c3301"

  static let rows: [Row] = [
    Row(
      "guid",
      [dashed, "3F2504E04F8941d39a0c0305e82c3301", "{\(dashed)}", "(\(dashed))"],
      [
        "", "3F2504E0", "{\(dashed))", "{\(dashed)", dashed + "0",
        "3F2504E0-4F89-41d3-9a0c-0305e82c330g",
        "3F2504E04-F89-41d3-9a0c-0305e82c3301", "{3F2504E04F8941d39a0c0305e82c3301}",
      ],
      xml: ([dashed, " \(dashed)\n"], ["3F2504E04F8941d39a0c0305e82c3301", "{\(dashed)}", ""])
    ),
    Row("uuid", [dashed], ["3F2504E04F8941d39a0c0305e82c3301", "{\(dashed)}", " \(dashed)"]),
    Row(
      "date-time",
      [
        "2024-02-29T12:30:00Z", "2024-02-29t12:30:00.123456789z", "1998-12-31T23:59:60Z",
        "1998-12-31T15:59:60-08:00", "0001-01-01T00:00:00+23:59",
      ],
      [
        "2024-02-29T12:30:00", "2023-02-29T12:30:00Z", "2024-02-29 12:30:00Z",
        "2024-2-29T12:30:00Z",
        "1998-12-31T22:59:60Z", "2024-02-29T24:00:00Z", "2024-02-29T12:60:00Z", "",
        "2024-02-29T12:30:00.Z", "2024-02-29T12:30:00+24:00", "2024-02-29T12:30:00Z ",
        "２024-02-29T12:30:00Z",
      ],
      xml: (
        [
          "2024-02-29T12:30:00", "2024-02-29T24:00:00", "-0044-03-15T00:00:00Z",
          "12024-02-29T12:30:00+14:00", " 2024-02-29T12:30:00Z ",
        ],
        [
          "2024-02-29t12:30:00Z", "2024-02-29T12:30:00z", "2024-02-29T12:30:00+14:01",
          "0000-01-01T00:00:00", "1998-12-31T23:59:60Z", "02024-02-29T12:30:00",
        ]
      )
    ),
    Row(
      "date",
      ["2024-02-29", "1900-01-31"],
      ["1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "20240229", ""],
      xml: (
        ["2024-02-29", "2024-02-29Z", "2024-02-29-05:00"], ["2024-02-30", "2024-02-29T00:00:00"]
      )
    ),
    Row(
      "time",
      ["12:30:00Z", "23:59:60Z", "12:30:00.5+01:00"],
      ["12:30:00", "12:30Z", "22:59:60Z", "24:00:00Z"],
      xml: (["12:30:00", "24:00:00", "12:30:00.5Z"], ["24:00:01", "12:30"])
    ),
    Row(
      "duration",
      ["P4DT12H30M5S", "PT0S", "P1Y", "P1M", "PT36H", "P2W", "P1Y2M3D"],
      [
        "", "P", "PT", "P1", "4DT12H", "P2D1Y", "P1YT", "PT1D", "P1Y2W", "P1D2H", "PT1H2S", "-P1D",
        "P1.5D",
      ],
      xml: (["-P1D", "PT1.5S", "PT1H2S", "P1Y2D"], ["P", "PT", "P1W", "PT.5S", "PT1.S", "1D"])
    ),
    Row(
      "email",
      [
        "a@b.co", "a.b+c@example.com", "\"a b\"@example.com", "a@[127.0.0.1]", "a@[IPv6:::1]",
        "te~st@localhost",
      ],
      [
        "", "a", "@b.co", "a@", ".a@b.co", "a.@b.co", "a..b@c.co", "a@-b.co", "a@b-.co", "a@b..co",
        "a b@c.co", "a@[256.0.0.1]", "a@[1.2.3.4", "é@b.co",
      ]
    ),
    Row(
      "uri",
      [
        "http://a/b?c#d", "urn:isbn:1", "mailto:a@b.co", "ftp://u:p@h:21/", "http://[::1]:8080/",
        "a:",
        "http://a/%20", "http://[v1.x]/", "file:///etc/x",
      ],
      [
        "", "/a", "//a/b", "a b:c", "http://a b", "http://a/\u{E9}", "http://a/%2", "http://[::1",
        ":a",
        "1a:b", "http://a:x/", "http://a/<b>", "http://a/\\", "http://a#b#c", "http://a@b@c/",
      ]
    ),
    Row(
      "uri-reference",
      ["", "/a", "a", "?q", "#f", "//h/p", "http://a/", "a/b:c"],
      ["a b", "%", ":a", "1:a", "\\"]
    ),
    Row(
      "iri",
      ["http://bücher.example/größe?ü#ü", "urn:ü", "http://a/?\u{E000}", "http://[::1]/"],
      ["", "größe", "http://a/\u{E000}", "http://a/\u{80}", "http://a/\u{FFFF}", "http://a b"]
    ),
    Row("iri-reference", ["", "größe", "//ü", "#ü"], ["\\ü", "ü ü", ":ü"]),
    Row(
      "idn-email",
      ["jörg@bücher.example", "a@b", "\"ü ü\"@b"],
      ["", "jörg", "@b", "jörg@", "jörg@a_b", "j ö@b"]
    ),
    Row(
      "uri-template",
      ["", "/a/{b}", "{+a,b:3,c*}", "{?a.b}", "ü{%41}", "%41"],
      ["{", "}", "{}", "{a", "{a,}", "{a:0}", "{a:12345}", "{a b}", "%4", "{%4}", "<a>"]
    ),
    Row(
      "media-range",
      ["*/*", "text/*", "application/json", "a/b ; q=0.5;c=\"x\\\"y\"", "a/b;;q=1;"],
      ["", "text", "text/", "/text", "*/json", "a/b; q", "a/b, c/d", "a/b;c=\"d", "a /b"]
    ),
    Row("json-pointer", ["", "/", "/a~0b~1c/0", "//"], ["a", "/~", "/~2", "#/a"]),
    Row("relative-json-pointer", ["0", "10/a", "1#"], ["", "/a", "01", "1a", "1##", "-1"]),
    Row("regex", ["", "^a+$", #"\p{L}"#], ["(", "a**", #"\"#]),
    Row(
      "ipv4",
      ["0.0.0.0", "255.255.255.255"],
      ["256.0.0.0", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "", "1..2.3"]
    ),
    Row(
      "ipv6",
      [
        "::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4", "1::8",
      ],
      [
        "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "1:", ":1",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1:2:3:4:5:6:7::8",
      ]
    ),
    Row(
      "base64",
      ["", "QUJD", "QUI=", "QQ=="],
      ["Q", "QQ", "QQ=", "QR==", "QUJ=", "QU JD", "=QQQ", "QQ==QQ=="],
      xml: (["QU JD", "\nQUJD\n"], ["QU-D"])
    ),
    Row(
      "dotnet-date-time",
      [
        "/Date(0)/", "/Date(-62135596800000)/", "/Date(1709209800000+1100)/", "/Date(0-0000)/",
        "2024-02-29T12:30:00", "2024-02-29T12:30:00.1234567Z", "2024-02-29",
        "2024-02-29T12:30:00+11:00", "0001-01-01", "9999-12-31T23:59:59.9999999",
        "/Date(253402300799999)/",
      ],
      [
        "", "Date(0)", "/Date()/", "/Date(0)", "/Date(0+11)/", "/Date(1.5)/", "29/02/2024",
        "2024-02-30",
        "/Date(99999999999999999999)/", "2024-02-29T25:00:00",
        // System.DateTime has the years 1 to 9999.
        "/Date(-62135596800001)/", "/Date(253402300800000)/", "/Date(999999999999999)/",
        "0000-12-31", "0000-12-31T00:00:00Z", "10000-01-01", "-0001-01-01T00:00:00",
      ],
      xml: (
        [
          "2024-02-29T12:30:00", "2024-02-29T12:30:00Z", "0001-01-01T00:00:00",
          "9999-12-31T23:59:59+11:00",
        ],
        ["/Date(0)/", "2024-02-29", "10000-01-01T00:00:00Z", "-0001-01-01T00:00:00"]
      )
    ),
  ]

  @Test(arguments: rows)
  func texts(row: Row) throws {
    let format = try #require(StringFormat.named(row.name))
    for text in row.json.accepted {
      #expect(format.admits(text), "\(text)")
    }
    for text in row.json.rejected {
      #expect(!format.admits(text), "\(text)")
    }
    let validator = try SchemaValidator(.format(row.name).titled("v"))
    for (texts, isAccepted) in [(row.xml.accepted, true), (row.xml.rejected, false)] {
      for text in texts {
        let document = try XMLDocument(parsing: "<v>\(text)</v>")
        #expect(validator.admits(document) == isAccepted, "\(text)")
      }
    }
  }

  /// The formats of numbers that OpenAPI adds.
  @Test(
    arguments: [
      ("int32", "2147483647", true), ("int32", "2147483648", false), ("int32", "-2147483648", true),
      ("int32", "-2147483649", false), ("int32", "1.0", true), ("int32", "1.5", false),
      ("int32", "1e9", true), ("int32", "1e10", false), ("int32", "1e400000000", false),
      ("int64", "9223372036854775807", true), ("int64", "9223372036854775808", false),
      ("int64", "-9223372036854775808", true), ("int64", "-9223372036854775809", false),
      ("int64", "9.223372036854775807e18", true), ("int64", "9.223372036854775808e18", false),
      ("int8", "-129", false), ("int16", "32767", true), ("uint8", "255", true),
      ("uint8", "-1", false),
      ("uint64", "18446744073709551615", true), ("uint64", "18446744073709551616", false),
      ("float", "0.1", true), ("float", "3.4028234e38", true), ("float", "3.5e38", false),
      ("float", "-1e39", false), ("double", "1.7976931348623157e308", true),
      ("double", "1e309", false), ("double", "1e-400", true),
      ("double", "123456789012345678901", true),
      ("int32", "\"x\"", true), ("byte", "\"QUJD\"", true), ("byte", "\"QUJ\"", false),
      ("byte", "1", true),
    ]
  )
  func openAPI(name: String, text: String, isAccepted: Bool) throws {
    let validator = try SchemaValidator(
      Schema(loading: ["format": .string(name)], formats: .assertion)
    )
    for _ in 0..<2 { #expect(validator.admits(json: Array(text.utf8)) == isAccepted) }
  }

  @Test func everyFormatHoldsForItsSampleAndNotForItsCounterexample() throws {
    for format in StringFormat.all {
      let schema = Schema.build { $0.format = format.name }
      let validator = try SchemaValidator(schema)
      #expect(validator.admits(format.sample), "\(format.name)")
      #expect(!validator.admits(format.counterexample), "\(format.name)")
      #expect(validator.admits(true) && validator.admits(nil), "\(format.name)")
    }
    #expect(StringFormat.all.map(\.name) == StringFormat.all.map(\.name).sorted())
  }

  @Test(
    arguments: [
      (0, true), (-8_640_000_000_000_000, true), (8_640_000_000_000_001, false),
      (1_709_209_800_000.0, true), (1.5, false), ("1709209800000", false),
    ] as [(JSON, Bool)]
  )
  func epochMilliseconds(value: JSON, isAccepted: Bool) throws {
    #expect(try SchemaValidator(.epochMilliseconds).admits(value) == isAccepted)
  }

  /// Spellings of one instant.
  @Test(arguments: [
    ("/Date(1709209800123)/", "2024-02-29T12:30:00.123Z"),
    ("/Date(1709209800000+1100)/", "2024-02-29T12:30:00Z"),
    ("2024-02-29T23:30:00.1230000+11:00", "2024-02-29T12:30:00.123Z"),
    ("2024-02-29T12:30:00", "2024-02-29T12:30:00Z"),
    ("0001-01-01T00:00:00", "0001-01-01T00:00:00Z"),
    ("/Date(-62135596800000)/", "0001-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.9999999Z"),
    ("2023-12-31T24:00:00", "2024-01-01T00:00:00Z"),
    ("2024-02-29", "2024-02-29T00:00:00Z"),
  ])
  func instants(text: String, instant: String) {
    #expect(TimestampReader.any(text)?.rfc3339 == instant)
  }

  @Test func everyDayOfFourCenturiesIsReadAndWrittenAlike() {
    var days = CivilDate.days(year: 1800, month: 1, day: 1)
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          if CivilDate.days(year: year, month: month, day: day) != days
            || CivilDate.date(fromDays: days) != (year, month, day)
          {
            Issue.record("\(year)-\(month)-\(day)")
          }
          days += 1
        }
      }
    }
    #expect(days == CivilDate.days(year: 2200, month: 1, day: 1))
  }
}
