import AccordModel
import AccordSchema
import Testing

/// The table of the OpenAPI specification 3.1.1, section "Style Examples".
@Suite("Parameters are written as the OpenAPI specification shows")
struct StyleExampleTests {
  static let blue: JSON = "blue"
  static let colors: JSON = ["blue", "black", "brown"]
  static let mix: JSON = ["R": 100, "G": 200, "B": 150]

  struct Row: Sendable {
    var style: Parameter.Style
    var explode: Bool
    var empty: String?
    var string: String?
    var array: String?
    var object: String?

    init(
      _ style: Parameter.Style,
      _ explode: Bool,
      _ empty: String?,
      _ string: String?,
      _ array: String?,
      _ object: String?
    ) {
      self.style = style
      self.explode = explode
      self.empty = empty
      self.string = string
      self.array = array
      self.object = object
    }
  }

  static let table: [Row] = [
    Row(
      .matrix,
      false,
      ";color",
      ";color=blue",
      ";color=blue,black,brown",
      ";color=R,100,G,200,B,150"
    ),
    Row(
      .matrix,
      true,
      ";color",
      ";color=blue",
      ";color=blue;color=black;color=brown",
      ";R=100;G=200;B=150"
    ),
    Row(.label, false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    Row(.label, true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    Row(.simple, false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    Row(.simple, true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
    Row(.form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    Row(
      .form,
      true,
      "color=",
      "color=blue",
      "color=blue&color=black&color=brown",
      "R=100&G=200&B=150"
    ),
    Row(
      .spaceDelimited,
      false,
      nil,
      nil,
      "color=blue%20black%20brown",
      "color=R%20100%20G%20200%20B%20150"
    ),
    Row(
      .pipeDelimited,
      false,
      nil,
      nil,
      "color=blue%7Cblack%7Cbrown",
      "color=R%7C100%7CG%7C200%7CB%7C150"
    ),
    Row(
      .deepObject,
      true,
      nil,
      nil,
      nil,
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    ),
  ]

  @Test(arguments: table)
  func isWritten(_ row: Row) {
    let serialization = Parameter.Serialization(row.style, explode: row.explode)
    let isInPath = Parameter.Place.path.styles.contains(row.style)
    func written(_ value: JSON) -> String {
      isInPath
        ? serialization.pathText(of: "color", value)
        : serialization.pairs(of: "color", value).joined(separator: "&")
    }
    for (value, expected) in [
      ("", row.empty), (Self.blue, row.string), (Self.colors, row.array), (Self.mix, row.object),
    ] {
      guard let expected else { continue }
      #expect(written(value) == expected)
    }
    if row.style == .simple {
      #expect(serialization.fieldText(Self.colors) == row.array)
      #expect(serialization.fieldText(Self.mix) == row.object)
    }
  }

  /// Examples of RFC 6570 sections 3.2.2 to 3.2.8, as the collection uritemplate-test has them: the
  /// operator, whether it explodes, the name, what comes of it.
  static let templates: [(String, Bool, String, String)] = [
    ("", false, "hello", "Hello%20World%21"), ("", false, "half", "50%25"),
    ("", false, "empty", ""),
    ("", false, "base", "http%3A%2F%2Fexample.com%2Fhome%2F"),
    ("", false, "list", "red,green,blue"),
    ("", true, "list", "red,green,blue"), ("", false, "keys", "semi,%3B,dot,.,comma,%2C"),
    ("", true, "keys", "semi=%3B,dot=.,comma=%2C"), ("", false, "none", ""),
    ("+", false, "hello", "Hello%20World!"), ("+", false, "half", "50%25"),
    ("+", false, "base", "http://example.com/home/"), ("+", false, "path", "/foo/bar"),
    ("+", false, "list", "red,green,blue"), ("+", false, "keys", "semi,;,dot,.,comma,,"),
    ("+", true, "keys", "semi=;,dot=.,comma=,"), (".", false, "who", ".fred"),
    (".", false, "half", ".50%25"), (".", false, "empty", "."),
    (".", false, "list", ".red,green,blue"),
    (".", true, "list", ".red.green.blue"), (".", true, "dom", ".example.com"),
    (".", false, "none", ""), (".", true, "none", ""), (";", false, "who", ";who=fred"),
    (";", false, "half", ";half=50%25"), (";", false, "empty", ";empty"),
    (";", false, "list", ";list=red,green,blue"),
    (";", true, "list", ";list=red;list=green;list=blue"),
    (";", false, "keys", ";keys=semi,%3B,dot,.,comma,%2C"),
    (";", true, "keys", ";semi=%3B;dot=.;comma=%2C"), ("?", false, "who", "who=fred"),
    ("?", false, "half", "half=50%25"), ("?", false, "empty", "empty="),
    ("?", false, "list", "list=red,green,blue"),
    ("?", true, "list", "list=red&list=green&list=blue"),
    ("?", false, "keys", "keys=semi,%3B,dot,.,comma,%2C"),
    ("?", true, "keys", "semi=%3B&dot=.&comma=%2C"), ("?", true, "none", ""),
  ]

  static let variables: JSON = [
    "hello": "Hello World!", "half": "50%", "empty": "", "base": "http://example.com/home/",
    "path": "/foo/bar", "who": "fred", "dom": ["example", "com"], "list": ["red", "green", "blue"],
    "keys": ["semi": ";", "dot": ".", "comma": ","], "none": [:],
  ]

  @Test(arguments: templates)
  func isExpanded(_ operation: String, _ explode: Bool, _ name: String, _ expected: String) throws {
    let value = try #require(Self.variables[name])
    let styles: [String: Parameter.Style] = [".": .label, ";": .matrix, "?": .form]
    let serialization = Parameter.Serialization(
      styles[operation] ?? .simple,
      explode: explode,
      allowReserved: operation == "+"
    )
    let text =
      operation == "?"
      ? serialization.pairs(of: name, value).joined(separator: "&")
      : serialization.pathText(of: name, value)
    #expect(text == expected)
  }

  @Test("Reserved characters stand in a query as they are, but for those that mean something there")
  func reserved() {
    let serialization = Parameter.Serialization(.form, allowReserved: true)
    #expect(serialization.pairs(of: "q", "a/b?c=d:e,f") == ["q=a/b?c=d:e,f"])
    #expect(serialization.pairs(of: "q", "a&b+c#d[e] %2F%") == ["q=a%26b%2Bc%23d%5Be%5D%20%2F%25"])
    #expect(Parameter.Serialization(.form).pairs(of: "q", "a/b%2F") == ["q=a%2Fb%252F"])
  }

  @Test("Without a declared style that a place has, the usual one is used")
  func usual() {
    let everywhere = Parameter.parameter(
      "n",
      .array(of: .string),
      in: [.path, .query, .header, .cookie, .form],
      required: true,
      style: .pipeDelimited
    )
    #expect(everywhere.serialization(in: .path) == Parameter.Serialization(.simple))
    #expect(everywhere.serialization(in: .header) == Parameter.Serialization(.simple))
    #expect(everywhere.serialization(in: .cookie) == Parameter.Serialization(.form, explode: true))
    #expect(everywhere.serialization(in: .query) == Parameter.Serialization(.pipeDelimited))
  }
}
