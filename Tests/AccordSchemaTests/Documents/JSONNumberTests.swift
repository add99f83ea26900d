import Testing

@testable import AccordSchema

@Suite("JSON numbers")
struct JSONNumberTests {
  private static let equal: [(String, String)] = [
    ("1", "1.0"), ("100", "1e2"), ("1E+2", "0.1e3"), ("0", "-0"), ("0e999", "0.000"),
    ("12345678901234567890", "1234567890123456789e1"), ("1e400", "10e399"),
    ("-0.10", "-1e-1"), ("1e999999999999999999999", "1e999999999999999999999"),
  ]

  @Test("Numbers are equal when their values are", arguments: equal)
  func equality(left: String, right: String) throws {
    let left = try #require(JSONNumber(left))
    let right = try #require(JSONNumber(right))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(!(left < right) && !(right < left))
  }

  private static let ascending: [String] = [
    "-1e400", "-12345678901234567890", "-2", "-1.5", "-1", "-1e-400", "0", "1e-400", "0.1", "0.11",
    "0.2", "1", "1.0000000000000000000001", "9", "10", "9007199254740992", "9007199254740993",
    "12345678901234567890", "12345678901234567891", "1e400", "1e999999999",
  ]

  @Test("Numbers are ordered by value, exactly")
  func order() throws {
    let numbers = try Self.ascending.map { try #require(JSONNumber($0)) }
    for (index, left) in numbers.enumerated() {
      for (other, right) in numbers.enumerated() {
        #expect((left < right) == (index < other), "\(left) \(right)")
        #expect((left == right) == (index == other), "\(left) \(right)")
      }
    }
  }

  private static let texts: [(String, Bool)] = [
    ("0", true), ("-0", true), ("10", true), ("1.5e-7", true), ("", false), ("-", false),
    ("01", false), ("+1", false), (".5", false), ("1.", false), ("1e", false), ("1e+", false),
    ("0x1", false), ("1 ", false), ("NaN", false), ("Infinity", false), ("١", false),
  ]

  @Test("Only the grammar of RFC 8259 is read", arguments: texts)
  func grammar(text: String, isNumber: Bool) {
    #expect((JSONNumber(text) != nil) == isNumber)
    #expect(JSONNumber(text)?.text == (isNumber ? text : nil))
  }

  private static let wholeNumbers: [(String, Bool, Int64?)] = [
    ("1.0", true, 1), ("1e2", true, 100), ("1.5", false, nil), ("1e-1", false, nil),
    ("10e-1", true, 1), ("9223372036854775807", true, .max), ("-9223372036854775808", true, .min),
    ("9223372036854775808", true, nil), ("1e999999999", true, nil), ("-0.0", true, 0),
  ]

  @Test("Whole numbers are integers however they are written", arguments: wholeNumbers)
  func integers(text: String, isInteger: Bool, value: Int64?) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.isInteger == isInteger)
    #expect(number.int64 == value)
  }

  private static let divisions: [(String, String, Bool)] = [
    ("0", "2", true), ("4", "2", true), ("7", "2", false), ("4.5", "1.5", true),
    ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("1e308", "0.123456789", false),
    ("12391239123", "1e-8", true), ("1", "0", false), ("0", "0", true), ("1e999999999", "3", false),
    ("3e999999999", "3", true), ("1e50", "1152921504606846976", false),
    ("1e60", "1152921504606846976", true),
    ("12345678901234567890123456789", "12345678901234567890123456789", true),
    ("24691357802469135780246913578", "12345678901234567890123456789", true),
    ("24691357802469135780246913579", "12345678901234567890123456789", false),
    ("-9223372036854775808", "-1", true), ("1e100", "1267650600228229401496703205376", true),
    ("1e100", "1267650600228229401496703205377", false),
  ]

  @Test("Multiples are found exactly", arguments: divisions)
  func multiples(text: String, divisor: String, isMultiple: Bool) throws {
    let number = try #require(JSONNumber(text))
    let divisor = try #require(JSONNumber(divisor))
    #expect(number.isMultiple(of: divisor) == isMultiple)
  }

  @Test("Doubles are written in their shortest form, and infinities are no numbers")
  func doubles() {
    let doubles: [Double] = [1.5, 1e300]
    #expect(doubles.map { JSONNumber($0)?.text } == ["1.5", "1e+300"])
    let literals: [JSONNumber] = [0.01, -2, 1e300]
    #expect(literals.map(\.text) == ["0.01", "-2", "1e+300"])
    #expect(JSONNumber(Double.infinity) == nil)
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber("1e400")?.double == .infinity)
    #expect(JSONNumber("0.1")?.double == 0.1)
  }
}
