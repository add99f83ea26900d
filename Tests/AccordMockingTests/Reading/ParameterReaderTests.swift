import AccordModel
import AccordSchema
import Testing

@testable import AccordMocking

@Suite("Parameters are read by their style")
struct ParameterReaderTests {
  static let list = Schema.array(of: .string)
  static let object = Schema.object([
    .optional("R", .integer), .optional("G", .integer), .optional("B", .integer),
  ])

  /// What a request has in a place, and the value that it stands for.
  struct Row: Sendable {
    var parameter: Parameter
    var text: String
    var value: JSON?

    init(_ parameter: Parameter, _ text: String, _ value: JSON?) {
      self.parameter = parameter
      self.text = text
      self.value = value
    }
  }

  static let queries: [Row] = [
    Row(.query("color", list), "color=blue&x=1&color=black", ["blue", "black"]),
    Row(.query("color", list), "color=blue%2Cblack", ["blue,black"]),
    Row(.query("color", list), "x=1", nil),
    Row(.query("color", list, explode: false), "color=blue,black", ["blue", "black"]),
    Row(.query("color", list, explode: false), "color=a%2Cb,c+d", ["a,b", "c d"]),
    Row(.query("color", list, style: .spaceDelimited), "color=blue%20black", ["blue", "black"]),
    Row(.query("color", list, style: .spaceDelimited), "color=blue+black", ["blue", "black"]),
    Row(.query("color", list, style: .pipeDelimited), "color=blue%7Cblack", ["blue", "black"]),
    Row(.query("color", list, style: .pipeDelimited), "color=blue|black", ["blue", "black"]),
    Row(.query("color", object), "R=100&G=200&other=1", ["R": "100", "G": "200"]),
    Row(.query("color", object, explode: false), "color=R,100,G,200", ["R": "100", "G": "200"]),
    Row(
      .query("color", object, style: .deepObject),
      "color%5BR%5D=100&color[G]=200&colors[B]=1",
      ["R": "100", "G": "200"]
    ),
    Row(.query("color", object, style: .deepObject), "R=100", nil),
    Row(.query("color", .string), "color=a%26b", "a&b"),
  ]

  @Test(arguments: queries)
  func query(_ row: Row) {
    let reader = ParameterReader(row.parameter, in: .query)
    #expect(reader.value(in: EncodedPairs(row.text, separator: "&")) == row.value)
  }

  static let paths: [Row] = [
    Row(.path("color", list), "blue,bl%2Cack", ["blue", "bl,ack"]),
    Row(.path("color", list, style: .label), ".blue,black", ["blue", "black"]),
    Row(.path("color", list, style: .label, explode: true), ".blue.black", ["blue", "black"]),
    Row(.path("color", list, style: .matrix), ";color=blue,black", ["blue", "black"]),
    Row(
      .path("color", list, style: .matrix, explode: true),
      ";color=blue;color=black",
      ["blue", "black"]
    ),
    Row(.path("color", object), "R,100,G,200", ["R": "100", "G": "200"]),
    Row(.path("color", object, explode: true), "R=100,G=200", ["R": "100", "G": "200"]),
    Row(.path("color", object, style: .label), ".R,100,G,200", ["R": "100", "G": "200"]),
    Row(
      .path("color", object, style: .label, explode: true),
      ".R=100.G=200",
      ["R": "100", "G": "200"]
    ),
    Row(.path("color", object, style: .matrix), ";color=R,100", ["R": "100"]),
    Row(
      .path("color", object, style: .matrix, explode: true),
      ";R=100;G=200",
      ["R": "100", "G": "200"]
    ),
    Row(.path("color", .string, style: .label), ".blue", "blue"),
    Row(.path("color", .string, style: .matrix), ";color=blue", "blue"),
    Row(.path("color", .string, style: .matrix), ";color", ""),
  ]

  @Test(arguments: paths)
  func path(_ row: Row) {
    #expect(ParameterReader(row.parameter, in: .path).value(inPath: row.text) == row.value)
  }

  @Test("Lines of one field are one list")
  func header() {
    let reader = ParameterReader(.header("X-Color", Self.list), in: .header)
    #expect(reader.value(inFields: ["blue, black", "brown"]) == ["blue", "black", "brown"])
    #expect(reader.value(inFields: []) == nil)
    let object = ParameterReader(.header("X-Color", Self.object, explode: true), in: .header)
    #expect(object.value(inFields: ["R=100, G=200"]) == ["R": "100", "G": "200"])
  }

  @Test("Cookies are read one by one")
  func cookies() {
    let pairs = EncodedPairs("a=1; color=bl%20ue; color=b+c", separator: ";", readsPlus: false)
    let exploded = ParameterReader(.cookie("color", Self.list), in: .cookie)
    #expect(exploded.value(in: pairs) == ["bl ue", "b+c"])
    let list = ParameterReader(.cookie("color", Self.list, explode: false), in: .cookie)
    #expect(list.value(in: EncodedPairs("color=a,b", separator: ";")) == ["a", "b"])
  }
}
