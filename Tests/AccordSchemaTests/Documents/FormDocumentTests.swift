import Testing

@testable import AccordSchema

@Suite("Forms and query strings")
struct FormDocumentTests {
  private static let texts: [(String, [String], [String])] = [
    ("", [], []),
    ("a=1&b=2", ["a", "b"], ["1", "2"]),
    ("a=1&a=2", ["a", "a"], ["1", "2"]),
    ("&&a=&=b&c&", ["a", "", "c"], ["", "b", ""]),
    ("a=b=c", ["a"], ["b=c"]),
    ("a+b=c+d%2Be", ["a b"], ["c d+e"]),
    ("na%6De=%C3%A9%f0%9f%90%b2", ["name"], ["é🐲"]),
    ("a=%26%3D%25", ["a"], ["&=%"]),
  ]

  @Test("Names and values are decoded in order", arguments: texts)
  func decoding(text: String, names: [String], values: [String]) {
    let form = FormDocument(parsing: text)
    #expect(form.fields.map(\.name) == names)
    #expect(form.fields.map(\.value) == values)
    #expect(form.notices.isEmpty)
  }

  private static let malformedTexts: [(String, String, String)] = [
    ("a=%", "%", "byte 2: expected two hexadecimal digits after '%', found %"),
    ("a=%4", "%4", "byte 2: expected two hexadecimal digits after '%', found %4"),
    ("a=%zz1", "%zz1", "byte 2: expected two hexadecimal digits after '%', found %zz"),
    (
      "a=x%ff", "x\u{FFFD}",
      "byte 2: expected UTF-8 behind the percent-encoding, found other bytes"
    ),
  ]

  @Test("What cannot be decoded is kept and noticed", arguments: malformedTexts)
  func malformed(text: String, value: String, notice: String) {
    let form = FormDocument(parsing: text)
    #expect(form["a"] == value)
    #expect(form.notices.map(\.description) == [notice])
  }

  @Test("Fields know their bytes and whether they have a value")
  func fields() {
    let form = FormDocument(parsing: "a&b=2&b=3")
    #expect(form.fields.map(\.hasValue) == [false, true, true])
    #expect(form.fields.map(\.byteRange) == [0..<1, 2..<5, 6..<9])
    #expect(form.values(of: "b") == ["2", "3"])
    #expect(form["c"] == nil)
  }

  @Test("What is written is read again")
  func writing() {
    let fields = [(name: "a b", value: "1&2=é"), (name: "", value: "*-._~%")]
    let text = FormDocument.text(of: fields)
    #expect(text == "a+b=1%262%3D%C3%A9&=*-._%7E%25")
    let form = FormDocument(parsing: text)
    #expect(form.fields.map(\.name) == fields.map(\.name))
    #expect(form.fields.map(\.value) == fields.map(\.value))
  }
}
