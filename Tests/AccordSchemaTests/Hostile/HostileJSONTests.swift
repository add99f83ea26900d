import Testing

@testable import AccordSchema

/// Texts that are made to break a reader: each has its message, or is read.
@Suite("Hostile JSON")
struct HostileJSONTests {
  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: count).joined())
  }

  @Test("A hundred thousand levels are refused at the limit", arguments: ["[", "{\"a\":"])
  func depth(opening: String) {
    let bytes = Self.repeated(opening, 100_000)
    let column = 512 * opening.utf8.count + 1
    #expect(
      JSONDocumentTests.message(bytes)
        == "line 1, column \(column): expected at most 512 nested arrays and objects, found one more"
    )
  }

  @Test("The limit of levels can be set, up to what a value can hold")
  func settableDepth() throws {
    let bytes = Self.repeated("[", 2048) + Self.repeated("]", 2048)
    #expect(
      JSONDocumentTests.message(bytes, limits: JSONLimits(depth: 1))
        == "line 1, column 2: expected at most 1 nested arrays and objects, found one more"
    )
    let document = try JSONDocument(parsing: bytes, limits: JSONLimits(depth: 1_000_000))
    #expect(document.root.value.bytes() == bytes)
    #expect(
      JSONDocumentTests.message(Self.repeated("[", 2049), limits: JSONLimits(depth: 1_000_000))
        == "line 1, column 2049: expected at most 2048 nested arrays and objects, found one more"
    )
  }

  @Test("A number of a million digits is read, compared and divided")
  func digits() throws {
    let bytes = Self.repeated("7", 1_000_000)
    let number = try #require(JSONDocument(parsing: bytes).root.number)
    #expect(number.isInteger)
    #expect(number.int64 == nil)
    #expect(number > 1)
    #expect(number.isMultiple(of: 7))
    #expect(!number.isMultiple(of: 2))
  }

  @Test("Exponents of any size are read")
  func exponents() throws {
    for text in ["1e999999999", "1e-999999999", "-1E+99999999999999999999999"] {
      let number = try #require(JSONDocument(parsing: text).root.number)
      #expect(number.text == text)
      #expect(number == JSONNumber(text))
      #expect(number.int64 == nil)
      #expect(number.isInteger != text.contains("e-"))
    }
  }

  @Test("Names and strings of a megabyte are read")
  func longNames() throws {
    let name = String(repeating: "n", count: 1_000_000)
    let document = try JSONDocument(parsing: "{\"\(name)\":\"\(name)\"}")
    #expect(document.root[name]?.string == name)
  }

  @Test("A hundred thousand names take time in proportion to their number")
  func manyNames() throws {
    // The names are alike where a quick hash looks.
    let members = (0..<100_000).map { "\"nnnnnnnn\(String(1_000_000 + $0))nnnnnnnn\":0" }
    let text = "{\(members.joined(separator: ",")),\(members[0])}"
    let document = try JSONDocument(parsing: text)
    #expect(document.notices.count == 1)
    #expect(document.root.members.count == 100_001)
  }

  @Test("Texts of nothing but small values and brackets are read", arguments: ["0", "[]", "[0]"])
  func smallValues(value: String) throws {
    let bytes = Self.repeated("[\(value)", 1) + Self.repeated(",\(value)", 200_000) + [0x5D]
    let document = try JSONDocument(parsing: bytes)
    #expect(document.root.elements.count == 200_001)
    #expect(document.root.value.bytes() == bytes)
  }

  @Test("A text beyond the limit of bytes is refused before it is read")
  func size() {
    #expect(
      JSONDocumentTests.message(Self.repeated("1", 11), limits: JSONLimits(bytes: 10))
        == "line 1, column 1: expected at most 10 bytes, found more"
    )
  }

  @Test("NUL bytes are refused wherever they stand")
  func zeroBytes() {
    #expect(
      JSONDocumentTests.message(Array("[1,\0]".utf8))
        == "line 1, column 4: expected a JSON value, found the byte 0x00"
    )
    #expect(
      JSONDocumentTests.message(Array("\"a\0\"".utf8))
        == "line 1, column 3: expected control characters in a string to be escaped, found the byte "
        + "0x00"
    )
    #expect(
      JSONDocumentTests.message(Array("[1]\0".utf8))
        == "line 1, column 4: expected the end of the text after the value, found the byte 0x00"
    )
  }

  @Test("Every text that is cut off is refused, and none crashes")
  func cutOff() throws {
    let text = Array(#"{"a":[1.5e-3,true,null,"\ud83d\udc32é",{"b":{}}],"c":false}"#.utf8)
    _ = try JSONDocument(parsing: text)
    for end in 0..<text.count {
      #expect(JSONDocumentTests.message(Array(text[..<end])) != nil, "\(end)")
    }
  }

  @Test("Texts with changed bytes are read or refused, and what is read is written the same")
  func changedBytes() {
    let text = Array(#"{"a":[1.5e-3,true,null,"\ud83d\udc32é",{"b":{}}],"c":false}"#.utf8)
    var random = SystemlessRandom(state: 42)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...random.next(3) {
        bytes[random.next(bytes.count)] = UInt8(truncatingIfNeeded: random.next(256))
      }
      guard let document = try? JSONDocument(parsing: bytes) else { continue }
      let again = try? JSONDocument(parsing: document.root.value.bytes())
      #expect(again?.root.value == document.root.value)
    }
  }
}

/// Numbers that look random and are the same in every run.
struct SystemlessRandom {
  var state: UInt64

  /// A number from zero up to a bound.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
