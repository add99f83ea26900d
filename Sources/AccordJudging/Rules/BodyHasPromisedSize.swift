package import AccordModel

/// Holds content that no schema looks into to the number of its bytes.
package struct BodyHasPromisedSize: ExchangeRule {
  package init() {}

  package var id: String { "body-has-promised-size" }
  package var sentence: String { "Content that is bytes has as many of them as promised." }

  package func check(_ observation: Observation) -> Finding {
    guard let octets = Self.octets(observation) else { return .notApplicable }
    let count = observation.content.count
    guard !octets.count.contains(count) else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        observation.contentClause,
        at: .body(),
        expected: octets.words,
        actual: Excerpt.counted(count, "byte"),
        hint: count == 0 ? nil : "The answer begins: \(Excerpt.body(observation.content))"
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    Self.octets(observation) == nil ? [] : [observation.contentClause.id]
  }

  /// The promise, where the answer is one that it is about and can be looked at.
  private static func octets(_ observation: Observation) -> ResponseRule.Octets? {
    guard observation.allowsContent, observation.isAsPromised, observation.contentFault == nil,
      case .octets(let octets)? = observation.answeredResponse?.content
    else { return nil }
    return octets
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "a picture",
        to: BookShop.cover(count: 4...100),
        .answer(200, "image/png", "\u{1}PNG")
      ),
      .answer(
        "bytes that would be no JSON",
        to: BookShop.cover(count: 1...100),
        .answer(200, nil, "{")
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "nothing",
        to: BookShop.cover(count: 1...Int.max),
        .answer(200, "image/png", ""),
        at: "response body"
      ),
      .answer(
        "more than there may be",
        to: BookShop.cover(count: 1...3),
        .answer(200, "image/png", "1234"),
        at: "response body"
      ),
    ]
  }
}
