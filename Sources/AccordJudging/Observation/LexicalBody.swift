package import AccordModel
package import AccordSchema

/// A body in CSV, JSV, plain text, a form or a syntax of a team's own, whose texts get their types from a
/// schema.
package struct LexicalBody: Sendable {
  /// The syntax.
  package var syntax: Format.Syntax

  /// The rows of CSV after the one with the names, or the one value of the others.
  package var rows: [LexicalValue]

  /// The rows when the body is to be one value: the row of a single field without a value is an
  /// empty line, which nobody sees at the end of a text.
  package var values: [LexicalValue]

  /// What a reader should know though the body is well-formed, in the order of the text.
  package var notices: [(mismatch: SyntaxMismatch, position: SourcePosition)]

  private let text: CharsetText
  private var bytes: [UInt8] { text.bytes }

  init(_ document: JSVDocument, in text: CharsetText) {
    syntax = .jsv
    self.text = text
    rows = [document.value]
    values = rows
    notices = Self.notices(document.repeatedNames, text)
  }

  /// A value of a syntax in which nothing is odd that can be read.
  init(_ value: LexicalValue, of syntax: Format.Syntax, in text: CharsetText) {
    self.syntax = syntax
    self.text = text
    rows = [value]
    values = rows
    notices = []
  }

  init(_ document: FormDocument) {
    self.init(document.value, of: .form, in: CharsetText(asTheyAre: document.bytes))
    notices = document.notices.map { notice in
      (notice.mismatch, document.position(ofByte: notice.byte))
    }
  }

  /// A byte order mark and lines that end in LF alone are left to the writer of CSV: its
  /// specification (RFC 4180) is a description of what is usual.
  init(_ document: CSVDocument, in text: CharsetText) {
    syntax = .csv
    self.text = text
    rows = document.records
    let short = document.notices.compactMap {
      notice -> (mismatch: SyntaxMismatch, position: SourcePosition)? in
      guard case .fieldCount = notice.reason, let mismatch = notice.mismatch else { return nil }
      return (mismatch, text.given(notice.position))
    }
    let nameless = document.namelessColumns.prefix(50).map { byte in
      (
        SyntaxMismatch("a name for every column", found: "none"),
        text.position(ofText: byte)
      )
    }
    let repeated = document.repeatedNames.filter { !$0.name.isEmpty }
    notices = nameless + Self.notices(repeated, text) + short
    values = rows
    guard document.header.count == 1 else { return }
    while values.count > 1, values.last?.json.holdsValue == false { values.removeLast() }
    if values.isEmpty { values = [document.emptyRecord] }
  }

  private static func notices(
    _ names: [(name: String, byte: Int)],
    _ text: CharsetText
  ) -> [(mismatch: SyntaxMismatch, position: SourcePosition)] {
    names.prefix(ObservedBody.readNotices).map { name, byte in
      (
        SyntaxMismatch("names that differ", found: "\(Excerpt.text(name)) twice"),
        text.position(ofText: byte)
      )
    }
  }

  /// The place of a value in the text.
  func position(of value: LexicalValue) -> SourcePosition {
    text.position(ofText: value.byte)
  }

  /// Whether the value is written as rows, one for each item of its list.
  func isRows(ofListAt pointer: JSONPointer) -> Bool {
    syntax == .csv && !values.contains { $0[pointer] != nil }
  }

  /// The violations of a value.
  func violations(
    in value: LexicalValue,
    of schema: Schema,
    for owner: String,
    _ limits: ValidationLimits
  ) throws(Hindrance) -> [SchemaViolation] {
    var index = SourceIndex(bytes)
    return try Self.reader(of: schema, for: owner, limits).violations(in: value, &index)
      .map(text.given)
  }

  /// The violations of each row, with its number, until there are more than a limit.
  func violations(
    of schema: Schema,
    for owner: String,
    _ limits: ValidationLimits,
    moreThan limit: Int
  ) throws(Hindrance) -> [(row: Int, violations: [SchemaViolation])] {
    let reader = try Self.reader(of: schema, for: owner, limits)
    var index = SourceIndex(bytes)
    var found: [(row: Int, violations: [SchemaViolation])] = []
    var count = 0
    for (number, row) in rows.enumerated() where count <= limit {
      let violations = reader.violations(in: row, &index)
      count += violations.count
      if !violations.isEmpty { found.append((number + 1, violations.map(text.given))) }
    }
    return found
  }

  /// What reads values with a schema; one that means nothing is a hindrance.
  static func reader(
    of schema: Schema,
    for owner: String,
    _ limits: ValidationLimits
  ) throws(Hindrance) -> LexicalReader {
    do throws(SchemaError) {
      return try LexicalReader(schema, limits: limits)
    } catch {
      throw Hindrance(.schema(error), of: owner)
    }
  }
}
