@testable import AccordSchema
import Testing

/// Texts that are made from patterns are found in them, and are as long as they have to be.
struct PatternSamplerTests {
  /// Patterns as specifications publish them, and as teams write them.
  static let patterns = [
    #"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$"#,  // OCI names
    "^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$",  // OCI tags
    "^sha256:[0-9a-f]{64}$",
    #"^(W/)?"[^"]*"$"#,  // entity tags
    // Semantic Versioning 2.0.0
    #"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$"#,
    // HTML's e-mail addresses
    "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
    #"^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[^\w\s]).{8,64}$"#,  // passwords
    "^(?!admin|root)[a-z]{4,5}$", #"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$"#,
    #"(\w)(\d)\2\1"#, #"^\p{Lu}\p{Ll}+$"#, "^[А-я]+$", #"\bword\b"#, "[0-9]{3}", "^x?$", ".",
    #"^\S+$"#, #"^[^a-z]{2}\n$"#, "^(a|b(c|d)){3}$", "^$|^[0-9]+$", #"^\+?[1-9]\d{1,14}$"#,
    "(?<year>[0-9]{4})-(?<again>\\k<year>)", #"^[\s\S]{300}$"#,
  ]

  @Test(arguments: patterns)
  func theTextIsFound(_ source: String) throws {
    let pattern = try Pattern(source)
    for seed in 0..<20 as Range<UInt64> {
      let text = try #require(
        Schema.string(pattern: source).sample(seed: seed)?.string,
        "no text for \(source)"
      )
      #expect(pattern.matches(in: text) == .matches, "\(text)")
      #expect(!text.isEmpty)
    }
  }

  @Test func thePlainestTextReadsWell() {
    func plain(_ pattern: String) -> String? { Schema.string(pattern: pattern).sample()?.string }
    #expect(plain("^[a-z0-9]+$") == "aaa")
    #expect(plain(#"^(W/)?"[^"]*"$"#) == "\"a\"")
    #expect(plain("^/parcels/[0-9]+$") == "/parcels/0")
    #expect(plain("^Bearer ") == "Bearer ")
    #expect(plain(#"^(?=.*\d)[a-z0-9]{3,}$"#) == "aa0")
  }

  @Test(
    arguments: [
      ("^[a-z]*$", 12...20), ("^(ab)+$", 5...7), ("[0-9]", 40...40), (#"^\S+@\S+$"#, 30...60),
      ("^[a-z]+(-[a-z]+)*$", 1...1), (#"^\p{L}+$"#, 6...9), ("^a{2,4}$", 4...9),
    ] as [(String, ClosedRange<Int>)]
  )
  func theTextIsAsLongAsItHasToBe(_ source: String, _ length: ClosedRange<Int>) throws {
    let schema = Schema.string(length: length).with { $0.pattern = source }
    for seed in 0..<10 as Range<UInt64> {
      let text = try #require(schema.sample(seed: seed)?.string)
      #expect(length.contains(text.unicodeScalars.count), "\(text)")
    }
  }

  @Test(arguments: ["^a$b", "[^\\s\\S]", "^(?=a)b$", "^(?!x)x$"])
  func whatCannotBeFoundHasNoText(_ source: String) {
    #expect(Schema.string(pattern: source).sample() == nil)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("^(?:(?:){1000000000}){1000000000}(?!b)a", 1...9, "a"),
      ("^[a-z]*$", 1_000_000_000...1_000_000_001, nil),
      (#"(a|b)*\1"#, 1_000_000_000...1_000_000_001, nil),
    ] as [(String, ClosedRange<Int>, String?)]
  )
  func whatIsBeyondAllBoundsEnds(_ source: String, _ length: ClosedRange<Int>, _ text: String?) {
    let schema = Schema.string(length: length).with { $0.pattern = source }
    #expect(schema.sample()?.string == text)
  }

  @Test func seedsGiveDifferentTexts() {
    let schema = Schema.string(pattern: "^[a-z]{8}$")
    #expect(Set((1..<20 as Range<UInt64>).map { schema.sample(seed: $0) }).count > 15)
    #expect(schema.sample(seed: 7) == schema.sample(seed: 7))
  }
}
