import AccordModel

/// Holds the Content-Type to its grammar, whatever the contract promises.
package struct ContentTypeIsWellFormed: ExchangeRule {
  package init() {}

  package var id: String { "content-type-is-well-formed" }
  package var sentence: String {
    "The Content-Type is one media type, with each parameter once (RFC 9110 section 8.3)."
  }
  package var level: RuleLevel { .specification }

  package func check(_ observation: Observation) -> Finding {
    let fields = observation.response.fields.values(of: "Content-Type")
    guard let field = fields.first, !observation.response.body.isEmpty else {
      return .notApplicable
    }
    guard let actual = Self.fault(of: field, among: fields) else { return .satisfied }
    // The grammar is a must of the specification, even where the format is an assumption.
    var clause = observation.formatClause
    clause.basis = .stated
    return .violations([
      observation.violation(
        self,
        clause,
        at: .header("Content-Type"),
        expected: "one media type, with each parameter once",
        actual: actual
      )
    ])
  }

  /// What is wrong with the field, if anything is.
  private static func fault(of field: String, among fields: [String]) -> String? {
    guard fields.count == 1 else {
      return "\(fields.count) fields: \(Excerpt.text(fields.joined(separator: " and ")))"
    }
    guard let type = MediaType(parsing: field) else {
      return "\(Excerpt.text(field)), which is no media type"
    }
    let names = type.parameters.map(\.name)
    guard let repeated = names.first(where: { name in names.count { $0 == name } > 1 }) else {
      return nil
    }
    let count = names.count { $0 == repeated }
    return "\(Excerpt.text(field)), which has \(count) parameters \(Excerpt.text(repeated))"
  }

  package var accepted: [RuleExample] {
    let body = #"{"id":7,"title":"Emma"}"#
    return [
      .answer(
        "two different parameters",
        .answer(200, "application/json; charset=utf-8; profile=\"a;b\"", body)
      ),
      .answer("a semicolon too many", .answer(200, "application/json; charset=utf-8;", body)),
    ]
  }

  package var rejected: [RuleExample] {
    let body = #"{"id":7,"title":"Emma"}"#
    let place = "response header Content-Type"
    var twice = Exchange.Response.answer(200, "application/json; charset=utf-8", body)
    twice.fields.append(Field("content-type", "application/json"))
    return [
      .answer(
        "two charsets",
        .answer(200, "application/json; charset=utf-8; Charset=iso-8859-1", body),
        at: place
      ),
      .answer(
        "the same charset twice",
        .answer(200, "application/json; charset=utf-8; charset=utf-8", body),
        at: place
      ),
      .answer("two fields", twice, at: place),
      .answer("no media type", .answer(200, "json", body), at: place),
    ]
  }
}
