package import AccordModel
import AccordSchema

/// Follows Location, as an answer has it, and holds what is there to the contract that it is said to
/// lead to (RFC 9110 section 10.2.2).
package struct LocationLeads: RelationRule {
  package init() {}

  package var id: String { "location-leads" }
  package var sentence: String {
    "Location leads to an answer of the contract that is named, about the same resource."
  }

  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .locationLeads = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .locationLeads(let contract, let members) = observation.relation.kind,
      let first = observation.steps.first
    else { return .notApplicable }
    let values = first.response.fields.values(of: "Location")
    guard values.count == 1, URIReference.isReference(values[0]) else {
      return observation.violation(
        self,
        in: first,
        at: .header("Location"),
        expected: "one URI reference that leads to \(contract)",
        actual: values.isEmpty ? "none" : Excerpt.text(values.joined(separator: ", "))
      )
    }
    return Destination(
      contract: contract,
      members: members,
      field: "Location",
      reference: values[0]
    )
    .check(observation, self)
  }

  package var accepted: [RuleExample] {
    [.location("a book", "/v1/books/7", .json(#"{"id":7,"title":"Emma"}"#))]
  }

  package var rejected: [RuleExample] {
    [
      .location(
        "nowhere",
        nil,
        .json(#"{"id":7,"title":"Emma"}"#),
        at: "response header Location"
      ),
      .location(
        "nothing there",
        "/v1/books/7",
        .json(#"{"errorCode":1044,"errorMsg":"No such book."}"#, status: 404),
        at: "response status"
      ),
      .location(
        "another book",
        "/v1/books/8",
        .json(#"{"id":8,"title":"Emma"}"#),
        at: "response body /id"
      ),
    ]
  }
}

extension RuleExample {
  /// A book whose answer says where it is, and what is there.
  fileprivate static func location(
    _ name: String,
    _ location: String?,
    _ found: Exchange.Response,
    at place: String? = nil
  ) -> RuleExample {
    let fields = location.map { [Field("Location", $0)] } ?? []
    let first = Turn.get(.json(#"{"id":7,"title":"Emma"}"#, fields: fields))
    return relation(
      name,
      .locationLeads(to: "books.get", same: ["/id"]),
      of: BookShop.get,
      [first, .get(found)],
      at: place
    )
  }
}
