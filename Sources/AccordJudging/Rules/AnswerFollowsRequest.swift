package import AccordModel
import AccordSchema
import HTTPTypes

/// Holds an answer to what its request asked for, where the contract ties the two.
package struct AnswerFollowsRequest: ExchangeRule {
  package init() {}

  package var id: String { "answer-follows-request" }
  package var sentence: String {
    "The answer is tied to its request as the contract says: as long as asked for, with what was sent."
  }

  package func check(_ observation: Observation) -> Finding {
    let looked = shown(in: observation)
    guard !looked.isEmpty else { return .notApplicable }
    return .of(looked.compactMap(\.violation))
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    shown(in: observation).map(\.clause.id)
  }

  /// A tie of which there is something to see.
  private struct Shown {
    var clause: Clause
    var violation: Violation?
  }

  private func shown(in observation: Observation) -> [Shown] {
    (observation.answeredResponse?.ties ?? []).compactMap { tie in
      switch tie.kind {
      case .atMost(let list, let parameter): return atMost(list, parameter, tie, observation)
      case .parameter(let pointer, let parameter):
        guard let sent = observation.sentValue(of: parameter),
          let value = observation.answerValue()?[pointer]
        else { return nil }
        let isSame = observation.isSame(value, as: sent, parameter)
        let expected = "\(Excerpt.text(sent)), as \(parameter) of the request"
        return shown(tie, isSame, at: pointer, expected, value, observation)
      case .body(let pointer, let place):
        guard let sent = observation.sentPayload?[place],
          let value = observation.answerValue()?[pointer]
        else { return nil }
        let isSame = AnswerComparison.first(.whole(sent), .whole(value)) == nil
        let expected = "\(Excerpt.text(sent.text())), as the request has at \(place)"
        return shown(tie, isSame, at: pointer, expected, value, observation)
      case .every(let list, let member, let parameter):
        return every(list, member, parameter, tie, observation)
      }
    }
  }

  private func atMost(
    _ list: JSONPointer,
    _ parameter: String,
    _ tie: ResponseRule.Tie,
    _ observation: Observation
  ) -> Shown? {
    guard let most = observation.sentValue(of: parameter).flatMap({ Int($0) }),
      let items = observation.items(at: list)
    else { return nil }
    guard items.count > most else { return Shown(clause: tie.clause) }
    let violation = observation.violation(
      self,
      tie.clause,
      at: .body(members: list),
      expected: "at most \(Excerpt.counted(most, "item")), as \(parameter) of the request says",
      actual: Excerpt.counted(items.count, "item")
    )
    return Shown(clause: tie.clause, violation: violation)
  }

  private func every(
    _ list: JSONPointer,
    _ member: JSONPointer,
    _ parameter: String,
    _ tie: ResponseRule.Tie,
    _ observation: Observation
  ) -> Shown? {
    guard let sent = observation.sentValue(of: parameter),
      let items = observation.items(at: list), !items.isEmpty
    else { return nil }
    let wrong = items.enumerated().first { _, item in
      item[member].map { !observation.isSame($0, as: sent, parameter) } ?? false
    }
    guard let wrong else { return Shown(clause: tie.clause) }
    let pointer = member.tokens.reduce(list.appending(wrong.offset)) { $0.appending($1) }
    let expected = "\(Excerpt.text(sent)), as \(parameter) of the request"
    let path = member.tokens.reduce(
      InstancePath(members: list).appending(.item(wrong.offset))
    ) { $0.appending(.member($1)) }
    let violation = observation.violation(
      self,
      tie.clause,
      at: .body(path),
      expected: expected,
      actual: Excerpt.text(wrong.element[member]?.text() ?? "\(pointer)")
    )
    return Shown(clause: tie.clause, violation: violation)
  }

  private func shown(
    _ tie: ResponseRule.Tie,
    _ isSame: Bool,
    at pointer: JSONPointer,
    _ expected: String,
    _ value: JSON,
    _ observation: Observation
  ) -> Shown {
    guard !isSame else { return Shown(clause: tie.clause) }
    let violation = observation.violation(
      self,
      tie.clause,
      at: .body(members: pointer),
      expected: expected,
      actual: Excerpt.text(value.text())
    )
    return Shown(clause: tie.clause, violation: violation)
  }

  package var accepted: [RuleExample] {
    [
      .tied(
        "as many as asked for, of the shop asked for",
        ["size": 2, "shop": "7"],
        #"[{"id":7}]"#
      ),
      .tied("none at all", ["size": 2], "[]"),
      .tied("no limit", [:], #"[{"id":7},{"id":8},{"id":9}]"#),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .tied(
        "more than asked for",
        ["size": 1],
        #"[{"id":7},{"id":8}]"#,
        at: "response body /items"
      ),
      .tied(
        "an item of another shop",
        ["shop": "7"],
        #"[{"id":7},{"id":8}]"#,
        at: "response body /items/1/id"
      ),
      .tied(
        "another page than the one asked for",
        ["page": 2],
        "[]",
        at: "response body /total"
      ),
    ]
  }
}

extension Observation {
  /// Whether a value of an answer is the one that a parameter was sent with: the same number, the same
  /// text, or another spelling of the same.
  fileprivate func isSame(_ value: JSON, as sent: String, _ parameter: String) -> Bool {
    let text = value.wireText
    if text == sent { return true }
    if let number = JSONNumber(text), let other = JSONNumber(sent) { return number == other }
    let schema = contract.parameters.first { $0.name == parameter }?.schema ?? .any
    return canonical(.string(text), as: schema).wireText
      == canonical(.string(sent), as: schema).wireText
  }
}

extension RuleExample {
  /// A list of books with ties, of which `total` stands for the page.
  fileprivate static func tied(
    _ name: String,
    _ query: Arguments,
    _ items: String,
    at place: String? = nil
  ) -> RuleExample {
    var turn = Turn.list(query, .json(#"{"items":\#(items),"total":1}"#))
    turn.expectation = Case.Expectation(
      .success(
        ResponseRule.status(
          .ok,
          .payload(.object([.required("items", .array(of: .any)), .optional("total", .integer)]))
        ).tied(
          .items("/items", atMost: "size"),
          .every("/items", "/id", is: "shop"),
          .value("/total", is: "page")
        )
      ),
      format: BookShop.json
    )
    return listing(name, turn, at: place)
  }
}
