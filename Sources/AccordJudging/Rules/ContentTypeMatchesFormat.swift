package import AccordModel

/// Holds the Content-Type to the format that the answer must have (RFC 9110 section 8.3).
package struct ContentTypeMatchesFormat: ExchangeRule {
  package init() {}

  package var id: String { "content-type-matches-format" }
  package var sentence: String { "The Content-Type is that of the format asked for." }

  package func check(_ observation: Observation) -> Finding {
    let other = observation.otherResponse.map { observation.formats(of: $0) } ?? []
    guard let format = other.first ?? observation.expectation.format else { return .notApplicable }
    if case .empty? = observation.otherResponse?.content { return .notApplicable }
    if case .empty? = observation.promisedResponse?.content { return .notApplicable }
    let fields = observation.response.fields.values(of: "Content-Type")
    // A field about content that is not there says nothing; that it is not there is another rule's.
    if observation.response.body.isEmpty, fields.isEmpty || observation.allowsContent {
      return .notApplicable
    }
    // A refusal that may have no body has none here, so that the field tells of nothing.
    if observation.response.body.isEmpty, observation.promisedRefusal?.allowsEmptyBody == true {
      return .notApplicable
    }
    let actual: String
    if fields.isEmpty {
      actual = "no Content-Type"
    } else if fields.count > 1 || observation.mediaType == nil {
      // That it is no media type is what another rule says.
      return .notApplicable
    } else if Self.mediaTypes(of: observation, format).contains(
      observation.mediaType?.essence ?? ""
    ) {
      return .satisfied
    } else {
      actual = Excerpt.text(fields[0])
    }
    return .violations([
      observation.violation(
        self,
        observation.formatClause,
        at: .header("Content-Type"),
        expected: Self.mediaTypes(of: observation, format).joined(separator: " or "),
        actual: actual,
        hint: Self.undeclared(observation) ?? observation.answerHint
      )
    ])
  }

  /// The media types that are right: those of errors where errors have formats of their own.
  private static func mediaTypes(of observation: Observation, _ format: Format) -> [String] {
    let other = observation.otherResponse.map { observation.formats(of: $0) } ?? []
    guard other.isEmpty else { return other.map { $0.mediaType.lowercased() } }
    let own = observation.promisedRefusal == nil ? [] : observation.suite.errors.formats
    let formats = own.isEmpty ? [format] + observation.expectation.otherFormats : own
    return formats.map { $0.mediaType.lowercased() }
  }

  /// That the media type is none that the contract declares, where it declares several for the answer.
  private static func undeclared(_ observation: Observation) -> String? {
    guard let rule = observation.promisedResponse, let type = observation.mediaType else {
      return nil
    }
    let siblings = observation.contract.responses.filter { rule.isSibling(of: $0) }
    guard siblings.contains(where: { !$0.formats.isEmpty }) else { return nil }
    let formats = observation.contract.formats(in: observation.suite)
    let declared = formats.map { $0.mediaType.lowercased() }
    guard !declared.contains(type.essence) else {
      return
        "The contract declares \(Excerpt.text(type.essence)), and this request does not ask for it."
    }
    return "The contract declares \(declared.joined(separator: ", ")) for its answers."
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    let clause = observation.formatClause
    // The body is for another rule to look at.
    guard clause.id != observation.contentClause.id else { return [] }
    let negotiation = observation.suite.negotiation
    let isWay = negotiation?.ways.contains { $0.clause.id == clause.id } ?? false
    // Who asks for what comes anyway learns nothing of the way to ask.
    if isWay, observation.expectation.format?.id == negotiation?.fallback { return [] }
    return [clause.id]
  }

  package var accepted: [RuleExample] {
    let body = #"{"id":7,"title":"Emma"}"#
    return [
      .answer("another case", .answer(200, "Application/JSON; Charset=UTF-8", body)),
      .answer("quotes and blanks", .answer(200, #"application/json ; charset="utf-8""#, body)),
      .answer(
        "a format whose bodies are not read",
        to: BookShop.listed(in: BookShop.table),
        .answer(200, "text/tab-separated-values", "id\ttitle\r\n7\tEmma\r\n")
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let body = #"{"id":7,"title":"Emma"}"#
    let place = "response header Content-Type"
    return [
      .answer("another media type", .answer(200, "text/plain", body), at: place),
      .answer("none", .answer(200, nil, body), at: place),
      .answer("a page", .answer(200, "text/html", "<html><body>Hi</body></html>"), at: place),
      .answer(
        "the other format",
        to: BookShop.found(in: BookShop.xml),
        .json(body),
        at: place
      ),
      .answer(
        "JSON where rows are asked for",
        to: BookShop.listed(in: BookShop.jsonLines),
        .json(#"{"items":[]}"#),
        at: place
      ),
      .answer(
        "a page for a wrong request",
        to: BookShop.refused(.error("MissingToken")),
        .answer(401, "text/html", "<p>Log in"),
        at: place
      ),
    ]
  }
}
