package import AccordModel
import AccordSchema

/// Follows a Link, as an answer has it, and holds what is there to the contract that it is said to lead
/// to (RFC 8288).
package struct LinkLeads: RelationRule {
  package init() {}

  package var id: String { "link-leads" }
  package var sentence: String {
    "A Link leads to an answer of the contract that is named, about the same resource."
  }

  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .linkLeads = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .linkLeads(let type, let contract, let members) = observation.relation.kind,
      let first = observation.steps.first
    else { return .notApplicable }
    let links = WebLink.links(in: first.response.fields)
    guard let link = links.first(where: { $0.has(type) }) else {
      return .notChecked("The answer has no Link of the relation \(type).")
    }
    guard URIReference.isReference(link.target) else {
      return observation.violation(
        self,
        in: first,
        at: .header("Link"),
        expected: "a URI reference of the relation \(type) that leads to \(contract)",
        actual: Excerpt.text(link.target)
      )
    }
    return Destination(
      contract: contract,
      members: members,
      field: "Link \(type)",
      reference: link.target
    ).check(observation, self)
  }

  package var accepted: [RuleExample] {
    [
      .link("a book", "</v1/books/7>; rel=\"author first\"", .json(#"{"id":7,"title":"Emma"}"#)),
      .link(
        "one link of several",
        "</v1/books/1>; rel=next, </v1/books/7>; rel=first",
        .json(#"{"id":7,"title":"Emma"}"#)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .link(
        "no reference",
        "<a b>; rel=first",
        .json(#"{"id":7,"title":"Emma"}"#),
        at: "response header Link"
      ),
      .link(
        "nothing there",
        "</v1/books/7>; rel=first",
        .json(#"{"errorCode":1044,"errorMsg":"No such book."}"#, status: 404),
        at: "response status"
      ),
      .link(
        "another book",
        "</v1/books/8>; rel=first",
        .json(#"{"id":8,"title":"Emma"}"#),
        at: "response body /id"
      ),
    ]
  }
}

extension RuleExample {
  /// A book whose answer has links, and what is there.
  fileprivate static func link(
    _ name: String,
    _ links: String,
    _ found: Exchange.Response,
    at place: String? = nil
  ) -> RuleExample {
    let fields = [Field("Link", links)]
    let first = Turn.get(.json(#"{"id":7,"title":"Emma"}"#, fields: fields))
    return relation(
      name,
      .linkLeads("first", to: "books.get", same: ["/id"]),
      of: BookShop.get,
      [first, .get(found)],
      at: place
    )
  }
}
