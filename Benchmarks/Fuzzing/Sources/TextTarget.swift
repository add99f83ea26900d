/// CSV, JSV, forms and JSON Lines; the first byte chooses.
enum TextTarget: FuzzTarget {
  static func check(_ input: [UInt8]) {
    let bytes = Array(input.dropFirst())
    switch input.first.map({ $0 % 4 }) {
    case 0: csv(bytes)
    case 1: jsv(bytes)
    case 2: form(bytes)
    case 3: lines(bytes)
    default: break
    }
  }

  private static func csv(_ bytes: [UInt8]) {
    let document: CSVDocument
    do throws(CSVSyntaxError) {
      document = try CSVDocument(parsing: bytes)
    } catch {
      return inside(error.position, bytes)
    }
    for notice in document.notices { inside(notice.position, bytes) }
    let rows = (0..<document.rowCount).map { document[$0] }
    for field in rows.joined() {
      expect(field.byteRange.upperBound <= bytes.count, "a field is inside the text")
    }
    let written = rows.map { row in
      row.map { "\"" + doubled($0.value) + "\"" }.joined(separator: ",") + "\r\n"
    }
    guard let again = try? CSVDocument(parsing: Array(written.joined().utf8)) else {
      fatalError("broken promise: what is written can be read")
    }
    let values = (0..<again.rowCount).map { again[$0].map { Array($0.value.utf8) } }
    expect(values == rows.map { $0.map { Array($0.value.utf8) } }, "CSV is read as it was written")
  }

  private static func jsv(_ bytes: [UInt8]) {
    let document: JSVDocument
    do throws(JSVSyntaxError) {
      document = try JSVDocument(parsing: bytes)
    } catch {
      return inside(error.position, bytes)
    }
    expect(document.root.byteRange.upperBound <= bytes.count, "a value is inside the text")
    let value = document.root.value
    guard let again = try? JSVDocument(parsing: Array(written(value).utf8)) else {
      fatalError("broken promise: what is written can be read")
    }
    expect(again.root.value == value, "JSV is read as it was written")
  }

  private static func written(_ value: JSON) -> String {
    switch value {
    case .array(let elements):
      "[" + elements.map(written).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { "\"" + doubled($0.key) + "\":" + written($0.value) }
        .joined(separator: ",") + "}"
    case .string(let text): "\"" + doubled(text) + "\""
    default: ""
    }
  }

  private static func form(_ bytes: [UInt8]) {
    let document = FormDocument(parsing: bytes)
    for field in document.fields {
      expect(field.byteRange.upperBound <= bytes.count, "a field is inside the text")
    }
    for notice in document.notices { expect(notice.byte <= bytes.count, "a notice is inside") }
    let text = FormDocument.text(of: document.fields.map { ($0.name, $0.value) })
    let again = FormDocument(parsing: text)
    expect(again.notices.isEmpty, "what is written has nothing to notice")
    let before = document.fields.map { [Array($0.name.utf8), Array($0.value.utf8)] }
    let after = again.fields.map { [Array($0.name.utf8), Array($0.value.utf8)] }
    expect(before == after, "a form is read as it was written")
  }

  private static func lines(_ bytes: [UInt8]) {
    let lines: JSONLines
    do throws(JSONSyntaxError) {
      lines = try JSONLines(parsing: bytes)
    } catch {
      return inside(error.position, bytes)
    }
    var last = -1
    for document in lines.documents {
      let range = document.root.byteRange
      expect(range.lowerBound > last && range.upperBound <= bytes.count, "lines follow one another")
      last = range.lowerBound
      let line = document.root.position
      expect(line.byte == range.lowerBound, "a line is at its place")
    }
    let written = lines.values.map { $0.text() + "\n" }.joined()
    let again = try? JSONLines(parsing: Array(written.utf8))
    expect(again?.values == lines.values, "JSON Lines are read as they were written")
  }

  private static func doubled(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private static func inside(_ position: SourcePosition, _ bytes: [UInt8]) {
    expect((0...bytes.count).contains(position.byte), "a position is inside the text")
  }
}
