import Accord
@testable import AccordMocking

extension MockAnswer {
  /// Whether it says that the request was right.
  var isSuccess: Bool { (200..<300).contains(status) }

  /// Whether its content says that it is JSON, in one piece.
  var isJSON: Bool { mediaType == "application/json" }

  /// Whether its content says that it is XML.
  var isXML: Bool { mediaType == "application/xml" }

  /// Whether its content says that it is JSON Lines.
  var isJSONLines: Bool { mediaType == "text/jsonl" }

  /// Whether its content says that it is CSV.
  var isCSV: Bool { mediaType == "text/csv" }

  /// Whether its content says that it is JSV.
  var isJSV: Bool { mediaType == "application/jsv" }

  private var mediaType: String? {
    fields.values(of: "Content-Type").first.map { String($0.prefix { $0 != ";" }) }
  }

  /// The content as text.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of a body in JSON; `nil` if there is none.
  var json: JSON? { isJSON ? try? JSONDocument(parsing: body).root.value : nil }

  /// Another status, with its phrase.
  mutating func setStatus(_ code: Int) {
    status = code
    reason = ReasonPhrase.of(code)
  }

  /// Another text as the content.
  mutating func setText(_ text: String) { setBody(Array(text.utf8)) }

  /// Another answer altogether.
  mutating func become(_ code: Int, _ type: String?, _ text: String) {
    setStatus(code)
    if let type { setField("Content-Type", type) } else { removeField("Content-Type") }
    setText(text)
  }

  /// Changes the value of a body in JSON, and its length; other bodies stay as they are.
  mutating func editJSON(_ edit: (JSON) -> JSON?) {
    guard let edited = json.flatMap(edit) else { return }
    setBody(edited.bytes())
  }

  /// Changes each connection of a list in JSON.
  mutating func editConnections(_ edit: (JSON) -> JSON?) {
    editJSON { value in
      guard let list = value["Connections"]?.elements else { return nil }
      return value.with(.array(list.map { edit($0) ?? $0 }), at: "/Connections")
    }
  }

  /// Changes the content as text where it is XML.
  mutating func editXML(_ edit: (String) -> String) {
    guard isXML else { return }
    setText(edit(text))
  }

  /// Changes the content as text where it is JSV.
  mutating func editJSV(_ edit: (String) -> String) {
    guard isJSV else { return }
    setText(edit(text))
  }

  /// Changes the rows of a body in CSV.
  mutating func editCSV(_ edit: (inout CSVTable) -> Void) {
    guard isCSV, var table = CSVTable(body) else { return }
    edit(&table)
    setText(table.text)
  }

  /// Changes the rows of a list in CSV, written as one row for each item; an error is no list.
  mutating func editRows(_ edit: (inout CSVTable) -> Void) {
    guard isSuccess else { return }
    editCSV { table in
      guard let rows = table.rows(ofListIn: "Connections") else { return }
      table = rows
      edit(&table)
    }
  }

  /// Sets a member of a body in JSON.
  mutating func set(_ pointer: JSONPointer, _ value: JSON) {
    editJSON { $0.replacing(value, at: pointer) }
  }

  /// Takes a member out of a body in JSON.
  mutating func remove(_ pointer: JSONPointer) { editJSON { $0.removing(at: pointer) } }

  /// Replaces a text wherever it stands in the content, or so many times.
  mutating func replace(_ old: String, _ new: String, atMost count: Int = .max) {
    let edited = text.replacing(old, with: new, maxReplacements: count)
    if edited != text { setText(edited) }
  }

  /// Takes away the fields of a name.
  mutating func removeField(_ name: String) {
    fields.removeAll { $0.name.lowercased() == name.lowercased() }
  }
}
