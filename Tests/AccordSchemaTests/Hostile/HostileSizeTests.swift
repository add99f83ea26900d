@testable import AccordSchema
import Testing

/// Texts that are long where texts are short.
///
/// The figures are those of a debug build; `Benchmarks/fuzz memory` reads a hundred megabytes.
@Suite("Hostile sizes")
struct HostileSizeTests {
  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: count).joined())
  }

  @Test("A number of two million digits is read and compared")
  func digits() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "7"), count: 2_000_000)
    let document = try JSONDocument(parsing: bytes)
    #expect(document.root.byteRange == 0..<2_000_000)
    let validator = try SchemaValidator(Schema(loading: ["type": "integer", "maximum": 7]))
    #expect(
      validator.validate(document).map(\.message) == [
        "At the whole value (line 1, column 1): expected at most 7, found integer "
          + String(repeating: "7", count: 64) + "… (2000000 characters)."
      ]
    )
  }

  @Test("Long numbers are divided by long numbers in little time")
  func division() throws {
    let divisor = String(repeating: "3", count: 2000)
    let number = try #require(JSONNumber(String(repeating: "3", count: 20_000)))
    #expect(number.isMultiple(of: try #require(JSONNumber(divisor))))
    #expect(!number.isMultiple(of: try #require(JSONNumber(divisor + "7"))))
    let power = try #require(JSONNumber("1e99999999999"))
    #expect(
      power.isMultiple(of: try #require(JSONNumber("1" + String(repeating: "0", count: 999))))
    )
    #expect(!power.isMultiple(of: try #require(JSONNumber(divisor))))
  }

  @Test("A name of a megabyte is read, and a message shows its beginning")
  func longNames() throws {
    let name = String(repeating: "n", count: 1_000_000)
    let document = try JSONDocument(parsing: "{\"\(name)\":1,\"\(name)\":2,\"a\":3}")
    #expect(document.notices.count == 1)
    let shown = "\"" + String(repeating: "n", count: 64) + "…\" (1000000 characters)"
    let closed = try SchemaValidator(.object([.optional("a", .integer)], additional: .forbidden))
    #expect(
      closed.validate(document).first?.message.hasSuffix(
        "expected declared members only, found the member " + shown + "."
      ) == true
    )
    let needs = try SchemaValidator(.object([.required(name + "x", .integer)]))
    #expect(
      needs.validate(document).map(\.actual) == ["none"]
    )
  }

  @Test("Twenty thousand names that a quick hash cannot tell apart take no longer than others")
  func collidingNames() throws {
    let names = (0..<20_000).map { "nnnnnnnn\(1_000_000 + $0)nnnnnnnn" }
    #expect(Set(names.prefix(1000).map { JSONKeyHash.of($0) }).count == 1)
    let members = names.map { "\"\($0)\":0" }.joined(separator: ",")
    let document = try JSONDocument(parsing: "{\(members),\"\(names[7])\":1}")
    #expect(document.notices.count == 1)
    let known = Schema.object(
      names.prefix(100).map { .optional($0, .integer) },
      additional: .forbidden
    )
    #expect(try SchemaValidator(known).validate(document).count == 1000)
  }

  @Test("A schema may know ten thousand names that a quick hash cannot tell apart")
  func collidingMembers() throws {
    let names = (0..<10_000).map { "nnnnnnnn\(1_000_000 + $0)nnnnnnnn" }
    let validator = try SchemaValidator(.object(names.map { .required($0, .integer) }))
    #expect(validator.admits(.object(names.map { JSONMember($0, 1) })))
    #expect(validator.validate(.object([])).count == 1000)
  }

  @Test("Twenty thousand attributes, and names of a megabyte, are refused by name")
  func attributes() throws {
    let name = String(repeating: "n", count: 1_000_000)
    #expect(
      XMLSyntaxErrorTests.message(Array("<a \(name)=''/>".utf8))
        == "line 1, column 4: expected names of at most 1000 bytes, found a longer one"
    )
    #expect(
      XMLSyntaxErrorTests.message(Array("<a>&\(name);</a>".utf8))
        == "line 1, column 5: expected names of at most 1000 bytes, found a longer one"
    )
    #expect(
      XMLSyntaxErrorTests.message(Array("<?\(name)?><a/>".utf8))
        == "line 1, column 3: expected names of at most 1000 bytes, found a longer one"
    )
  }

  @Test("Violations at the end of a long list are found in one walk")
  func latePlaces() throws {
    let bytes = [0x5B] + Self.repeated("1,", 200_000) + Self.repeated("\"\",", 999) + [0x31, 0x5D]
    let violations = try SchemaValidator(.array(of: .integer)).validate(
      JSONDocument(parsing: bytes)
    )
    #expect(violations.count == 999)
    #expect(violations.first?.instanceLocation == "/200000")
    #expect(violations.last?.instanceLocation == "/200998")
  }

  @Test("Lists of twenty thousand items that must differ are compared in little time")
  func distinctItems() throws {
    let items = (0..<20_000).map { "[\($0)]" }.joined(separator: ",")
    let validator = try SchemaValidator(Schema(loading: ["uniqueItems": true]))
    #expect(validator.admits(try JSONDocument(parsing: "[\(items)]")))
    #expect(!validator.admits(try JSONDocument(parsing: "[\(items),[7]]")))
  }

  @Test("Sections that stand side by side are joined in little time")
  func sections() throws {
    let text = "<a>" + String(repeating: "x<![CDATA[y]]>", count: 30_000) + "</a>"
    let document = try XMLDocument(parsing: text)
    #expect(document.root.text.utf8.count == 60_000)
    #expect(document.root.children.count == 1)
  }

  @Test("Lines, fields and values of nothing are kept small")
  func separators() throws {
    let count = 100_000
    #expect(try CSVDocument(parsing: Self.repeated(",", count))[0].count == count + 1)
    #expect(try CSVDocument(parsing: Self.repeated("\n", count)).rowCount == count)
    let list = try JSVDocument(parsing: [0x5B] + Self.repeated(",", count) + [0x5D])
    #expect(list.root.elements.count == count + 1)
    #expect(try JSONLines(parsing: Self.repeated("\n", count)).emptyLines.count == count)
    #expect(FormDocument(parsing: Self.repeated("&", count)).fields.isEmpty)
    #expect(FormDocument(parsing: Self.repeated("%", count)).notices.count == 100)
  }
}
