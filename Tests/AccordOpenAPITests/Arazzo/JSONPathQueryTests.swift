import AccordSchema
import Testing

@testable import AccordOpenAPI

/// A query finds something in the values that follow its schema, and nothing in others.
@Suite struct JSONPathQueryTests {
  static let cases: [(query: String, finds: [JSON], misses: [JSON])] = [
    ("$.a", [["a": 1], ["a": .null]], [[:], [1], "a"]),
    ("$['a b'].c", [["a b": ["c": 0]]], [["a b": [:]], ["a b": ["c"]]]),
    ("$.list[1]", [["list": [1, 2]]], [["list": [1]], ["list": ["1": 2]]]),
    ("$.list[*]", [["list": [0]], ["list": ["a": 0]]], [["list": []], ["list": [:]], [:]]),
    (
      "$[?@.id == 7].name", [[["id": 7, "name": "x"]]],
      [[["id": 7]], [["id": 8, "name": "x"]], []]
    ),
    ("$[?(@.id == 7)]", [[["id": 6], ["id": 7]], ["x": ["id": 7]]], [[["id": "7"]], [[:]]]),
    (
      "$.pets[?@.age >= 2 && @.kind != 'cat']", [["pets": [["age": 2]]]],
      [["pets": [["age": 2, "kind": "cat"]]], ["pets": [["age": 1]]]]
    ),
    ("$[?count(@.pets) > 0]", [["x": ["pets": []]], [["pets": 1]], ["pets": [1]]], [[[:]], [:]]),
    ("$[?count(@.pets[*]) >= 2]", [[["pets": [1, 2]]]], [[["pets": [1]]], [["pets": "ab"]]]),
    ("$[?length(@.name) == 2]", [[["name": "ab"]], [["name": [1, 2]]]], [[["name": "a"]]]),
    ("$[?length(@.name) != 2]", [[["name": "a"]]], [[["name": "ab"]]]),
    ("$[?match(@.name, 'a.')]", [[["name": "ab"]]], [[["name": "cab"]], [["name": 1]]]),
    ("$[?search(@.name, 'a.')]", [[["name": "cab"]]], [[["name": "a"]]]),
    ("$[?!@.gone]", [[[:]]], [[["gone": false]]]),
    ("$[?'x' == @.a || @.b]", [[["a": "x"]], [["b": 1]]], [[["a": "y"]]]),
    ("$.price < 5", [["price": 4.5]], [["price": 5], ["price": "4"], [:]]),
    ("$.name == 'X'", [["name": "X"]], [["name": "x"], [:]]),
  ]

  @Test(arguments: cases)
  func findsWhatTheSchemaSays(_ entry: (query: String, finds: [JSON], misses: [JSON])) throws {
    let query = try #require(JSONPathParser.query(entry.query))
    let (place, schema) = try #require(query.found)
    let validator = try SchemaValidator(schema)
    func isFound(_ value: JSON) -> Bool { value[place].map { validator.admits($0) } ?? false }
    for value in entry.finds { #expect(isFound(value), "\(entry.query) in \(value.text())") }
    for value in entry.misses { #expect(!isFound(value), "\(entry.query) in \(value.text())") }
  }

  /// Where a place is known, it is told: a violation stands there.
  @Test func thePlaceGoesAsFarAsTheWayIsOne() throws {
    #expect(try #require(JSONPathParser.query("$.a.b[?@.c]")?.found).place == "/a/b")
    #expect(try #require(JSONPathParser.query("$.a.b")?.found).place == "/a")
    #expect(try #require(JSONPathParser.query("$.a[0].b")).place == "/a/0/b")
    #expect(try #require(JSONPathParser.query("$.a[*]")).place == nil)
  }

  @Test(arguments: [
    "", "a", "$..a", "$.a[-1]", "$.a[0:2]", "$.a[0,1]", "$[?@.a == @.b]", "$[?value(@.a) == 1]",
    "$.a ==", "$.a == b", "$[?", "$['a", "$[99999999999999999999]", "$.a b",
    "$" + String(repeating: "[?!(", count: 5_000), "$[?match(@.a, '(')]",
  ])
  func whatNoSchemaSaysIsNotRead(_ text: String) {
    #expect(JSONPathParser.query(text) == nil)
  }
}
