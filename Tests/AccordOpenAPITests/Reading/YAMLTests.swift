import AccordSchema
import Testing

@testable import AccordOpenAPI

@Suite struct YAMLTests {
  private static func json(_ text: String) throws -> String {
    try YAMLReader.read(Array(text.utf8)).json.root.value.description
  }

  private static func failure(_ text: String) -> YAMLFailure? {
    do throws(YAMLFailure) {
      _ = try YAMLReader.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  /// The core schema of YAML 1.2 (section 10.3.2), and what YAML 1.1 took for something else.
  @Test(
    arguments: [
      ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"),
      ("nULL", #""nULL""#), ("true", "true"), ("True", "true"), ("TRUE", "true"),
      ("tRUE", #""tRUE""#), ("false", "false"), ("False", "false"), ("FALSE", "false"),
      ("no", #""no""#), ("yes", #""yes""#), ("on", #""on""#), ("off", #""off""#), ("y", #""y""#),
      ("0", "0"), ("-0", "-0"), ("+12", "12"), ("-12", "-12"), ("012", "12"), ("0o14", "12"),
      ("0x1F", "31"), ("0xZZ", #""0xZZ""#), ("0o18", #""0o18""#), ("0b11", #""0b11""#),
      ("-0x1", #""-0x1""#), ("0x", #""0x""#), ("0xffffffffffffffffff", "4722366482869645213695"),
      ("1_000", #""1_000""#), ("190:20:30", #""190:20:30""#),
      ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"),
      ("1.5", "1.5"), ("1.", "1"), (".5", "0.5"), ("-.5", "-0.5"), ("1e3", "1e3"),
      ("1E+3", "1e+3"), ("1.e-3", "1e-3"), ("0.10", "0.10"), ("00.5", "0.5"), (".", #"".""#),
      ("+", #""+""#), ("1e", #""1e""#), ("1.2.3", #""1.2.3""#), ("3.1.0", #""3.1.0""#),
      ("2026-01-01", #""2026-01-01""#), ("2026-01-01T00:00:00Z", #""2026-01-01T00:00:00Z""#),
      ("'12'", #""12""#), (#""true""#, #""true""#), ("!!str 12", #""12""#), ("!!int 12", "12"),
      ("!!float 12", "12"), ("!!null ~", "null"), ("!!bool True", "true"), ("+.nan", #""+.nan""#),
      ("[a, {b: c}]", #"["a",{"b":"c"}]"#), ("|\n a\n b", #""a\nb""#), (">\n a\n b", #""a b""#),
      (#""\u0001\x41""#, #""\u0001A""#),
    ]
  )
  func scalars(text: String, json: String) throws {
    #expect(try Self.json(text.isEmpty ? "''\n" : text) == json || text.isEmpty)
    #expect(try Self.json("k: " + text) == #"{"k":"# + json + "}")
  }

  @Test func namesAreStrings() throws {
    #expect(
      try Self.json("200: a\n1.0: b\ntrue: c\nnull: d\n'x': e")
        == #"{"200":"a","1.0":"b","true":"c","null":"d","x":"e"}"#
    )
  }

  @Test func anchorsAndMergeKeys() throws {
    let text = """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one:
        <<: *base
        b: 5
      two: {<<: [*more, *base], d: 6}
      three: *base
      quoted: {"<<": 1}
      """
    #expect(
      try Self.json(text)
        == #"{"base":{"a":1,"b":2},"more":{"b":3,"c":4},"one":{"a":1,"b":5},"#
        + #""two":{"b":3,"c":4,"a":1,"d":6},"three":{"a":1,"b":2},"quoted":{"<<":1}}"#
    )
  }

  @Test func lineEndsAndMarks() throws {
    let text = "\u{FEFF}a: 1\r\nb:\r\n  - x\r\n  - é: \u{1F600}y\r\n"
    let reading = try YAMLReader.read(Array(text.utf8))
    #expect(reading.json.root.value.description == #"{"a":1,"b":["x",{"é":"😀y"}]}"#)
    let places = reading.places.map { "\($0.line):\($0.column)" }
    #expect(places == ["1:1", "1:1", "1:4", "2:1", "3:3", "3:5", "4:5", "4:5", "4:8"])
  }

  @Test func aKeyThatStandsTwiceIsToldWithBothPlaces() throws {
    let text = """
      a:
        x: 1
        "y": 2
        x: 3
        y: 4
        x: 5
      200: 1
      "200": 2
      """
    let reading = try YAMLReader.read(Array(text.utf8))
    #expect(reading.json.root.value.description == #"{"a":{"x":1,"y":2},"200":1}"#)
    #expect(
      reading.duplicates.map(\.message) == [
        #"The member "x" stands twice, first on line 2; keep one of them."#,
        #"The member "y" stands twice, first on line 3; keep one of them."#,
        #"The member "x" stands twice, first on line 2; keep one of them."#,
        #"The member "200" stands twice, first on line 7; keep one of them."#,
      ]
    )
    #expect(reading.duplicates.map(\.position.line) == [4, 5, 6, 8])
    #expect(reading.duplicates.map(\.position.column) == [3, 3, 3, 1])
  }

  @Test(
    arguments: [
      ("", "line 1, column 1: The file has no value."),
      (
        "a: 1\n---\nb: 2",
        "line 3, column 1: A second document begins here; a description is one document."
      ),
      ("a: *x", "line 1, column 4: The alias names no anchor before it."),
      (
        "a: !thing 1",
        #"line 1, column 4: The tag "!thing" has no meaning in a description; values are those of JSON."#
      ),
      (
        "a: !!int x",
        #"line 1, column 4: The value "x" is none of the tag "tag:yaml.org,2002:int"."#
      ),
      (
        "a: .inf",
        #"line 1, column 4: The value ".inf" is no number of JSON; write it in quotes if it is a string."#
      ),
      (
        "a: .NaN",
        #"line 1, column 4: The value ".NaN" is no number of JSON; write it in quotes if it is a string."#
      ),
      ("? [a]\n: 1", "line 1, column 3: Expected a scalar as the key, found a collection."),
      (
        "a: {<<: 1}",
        "line 1, column 9: Expected a mapping, or a list of mappings, behind the merge key <<."
      ),
      (
        "a:\n\tb: 1",
        "line 2, column 1: Expected spaces, found a tab: YAML indents lines by spaces alone (YAML 1.2, section 6.1)."
      ),
      (
        "a: [1",
        "line 1, column 6: The file is not YAML: did not find expected ',' or ']' while parsing a flow sequence."
      ),
      (
        "a: \u{1}",
        "line 1, column 4: The character U+0001 is not allowed in YAML; write it as an escape in double quotes."
      ),
    ]
  )
  func failures(text: String, message: String) {
    let failure = Self.failure(text)
    #expect(failure.map { "\($0.position): \($0.message)" } == message)
  }

  @Test func bytesThatAreNotUTF8() {
    #expect(
      throws: YAMLFailure(reason: .notUTF8, position: SourcePosition(byte: 3, line: 1, column: 4))
    ) {
      _ = try YAMLReader.read([0x61, 0x3A, 0x20, 0xFF])
    }
  }

  @Test func hostileTextsEnd() throws {
    // Ten levels of ten aliases each.
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<12 {
      let alias = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(alias)]\n"
    }
    #expect(Self.failure(bomb)?.reason == .tooManyValues(limit: YAMLReader.valueLimit))
    var merges = "a0: &a0 {x: 1}\n"
    for level in 1..<40 {
      merges += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)]}\n"
    }
    #expect(Self.failure(merges)?.reason == .tooManyValues(limit: YAMLReader.valueLimit))
    for key in ["? *a11\n: 1\n", "*a11 : 1\n", "k: {[*a11]: 1}\n", "[*a11]: 1\n"] {
      #expect(Self.failure(bomb + key)?.reason == .complexKey)
    }
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
      let deep = String(repeating: open, count: 600) + String(repeating: close, count: 600)
      #expect(Self.failure(deep)?.reason == .tooDeep(limit: YAMLReader.depthLimit))
      let deeper = String(repeating: open, count: 100_000)
      #expect(Self.failure(deeper)?.reason == .tooDeep(limit: YAMLReader.depthLimit))
    }
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(Self.failure(dashes)?.reason == .tooDeep(limit: YAMLReader.depthLimit))
    let hexadecimal = "a: 0x" + String(repeating: "f", count: 100_000)
    #expect(try Self.json(hexadecimal).count == 100_010)
  }
}
