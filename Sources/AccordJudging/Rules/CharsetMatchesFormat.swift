import AccordModel

/// Holds the charset of the Content-Type to the format.
package struct CharsetMatchesFormat: ExchangeRule {
  package init() {}

  package var id: String { "charset-matches-format" }
  package var sentence: String { "The charset is the one promised, and JSON is in UTF-8." }

  package func check(_ observation: Observation) -> Finding {
    guard let type = observation.mediaType,
      let format = observation.expectation.formats.first(where: {
        type.essence == $0.mediaType.lowercased()
      }), !observation.response.body.isEmpty
    else { return .notApplicable }
    if case .empty? = observation.promisedResponse?.content { return .notApplicable }
    let charset = type["charset"]?.lowercased()
    // RFC 8259 section 8.1: JSON that is exchanged is in UTF-8.
    let isJSON = format.syntax == .json || format.syntax == .jsonLines
    guard
      let promised = format.charset?.lowercased() ?? (isJSON ? charset.map { _ in "utf-8" } : nil)
    else { return .notApplicable }
    guard charset != promised else { return .satisfied }
    var clause = observation.formatClause
    if format.charset != nil { clause.basis = format.charsetBasis }
    return .violations([
      observation.violation(
        self,
        clause,
        at: .header("Content-Type"),
        expected: "charset=\(promised)",
        actual: charset.map { "charset=\(Excerpt.text($0))" } ?? "no charset"
      )
    ])
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "quotes and another case",
        .answer(200, #"application/json; charset="UTF-8""#, #"{"id":7,"title":"Emma"}"#)
      )
    ]
  }

  package var rejected: [RuleExample] {
    let place = "response header Content-Type"
    let body = #"{"id":7,"title":"Emma"}"#
    return [
      .answer("none", .answer(200, "application/json", body), at: place),
      .answer("another", .answer(200, "application/json; charset=iso-8859-1", body), at: place),
      .answer(
        "a charset that rows of JSON cannot have",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl; charset=utf-16", "{\"items\":[]}\n"),
        at: place
      ),
    ]
  }
}
