import AccordModel
import AccordSchema
import HTTPTypes

extension BookShop {
  /// A book of a version, in a format.
  static func found(
    _ version: Int = 1,
    in format: Format = json,
    headers: [HeaderRule] = [],
    versionClause: Clause? = nil
  ) -> Case.Expectation {
    var rule = get.responses[version == 2 ? 1 : 0]
    rule.headers = headers
    return Case.Expectation(
      .success(rule),
      format: format,
      formatClause: suite.negotiation?.fallbackClause,
      version: version,
      versionClause: versionClause
    )
  }

  /// A book's cover, which is bytes.
  static func cover(
    count: ClosedRange<Int> = 1...Int.max,
    digests: [DigestRule] = []
  ) -> Case.Expectation {
    Case.Expectation(.success(.status(.ok, .bytes(count: count), digests: digests)))
  }

  /// A list of books, in a format.
  static func listed(in format: Format = json) -> Case.Expectation {
    Case.Expectation(.success(list.responses[0]), format: format)
  }

  /// No content.
  static let removed = Case.Expectation(.success(remove.responses[0]))

  /// A refusal by an error.
  static func refused(_ refusal: Refusal, in format: Format = json) -> Case.Expectation {
    // A refusal is whole once it belongs to a clause.
    let rule = HeaderRule.required("X-Token", missing: refusal)
    return Case.Expectation(
      .refusal(rule.missing ?? refusal, because: "lacks X-Token"),
      format: format
    )
  }

  /// A refusal of a wrong number of a book by an error.
  static func refusedID(_ refusal: Refusal, in format: Format = json) -> Case.Expectation {
    let rule = Parameter.path("id", .integer, invalid: refusal)
    return Case.Expectation(
      .refusal(rule.invalid ?? refusal, because: "has for id in the path x"),
      format: format
    )
  }

  /// The promise that version 1 is meant where none is said.
  static let absentMeansOne = Clause(
    "version/1/absent",
    "A request without a version means version 1.",
    basis: .stated,
    source: SourceLine(fileID: "AccordJudging/BookShop.swift", line: 1)
  )
}

extension Exchange.Response {
  /// A JSON answer.
  static func json(_ text: String, status: Int = 200, fields: [Field] = []) -> Exchange.Response {
    answer(status, "application/json; charset=utf-8", text, fields: fields)
  }

  /// An XML answer.
  static func xml(_ text: String, status: Int = 200) -> Exchange.Response {
    answer(status, "application/xml", text)
  }

  /// A CSV answer; its lines end in CR LF.
  static func csv(_ rows: String..., status: Int = 200) -> Exchange.Response {
    answer(status, "text/csv", rows.map { $0 + "\r\n" }.joined())
  }

  /// A JSV answer.
  static func jsv(_ text: String, status: Int = 200) -> Exchange.Response {
    answer(status, "application/jsv", text)
  }

  /// An answer with a Content-Type, if it is not `nil`, and a body.
  static func answer(
    _ status: Int,
    _ contentType: String?,
    _ text: String,
    fields: [Field] = []
  ) -> Exchange.Response {
    let type = contentType.map { [Field("Content-Type", $0)] } ?? []
    return Exchange.Response(status: status, fields: type + fields, body: Array(text.utf8))
  }

  /// An answer without a body.
  static func empty(_ status: Int, fields: [Field] = []) -> Exchange.Response {
    Exchange.Response(status: status, fields: fields)
  }
}
