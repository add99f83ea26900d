package import AccordModel
import AccordSchema

/// Holds a refusal to a message for people.
package struct ErrorMessage: ExchangeRule {
  package init() {}

  package var id: String { "error-message" }
  package var sentence: String { "An error has a message that is not empty." }

  package func check(_ observation: Observation) -> Finding {
    let errors = observation.suite.errors
    guard observation.promisedRefusal != nil, observation.response.status >= 400,
      let pointer = errors.message, observation.body.isReadable
    else { return .notApplicable }
    let found = observation.body.value(at: pointer)
    let text = found?.value.string
    if let text, !text.allSatisfy(\.isWhitespace) { return .satisfied }
    // A message that is there and says nothing has the right type.
    let isOfSchema = text == nil && !errors.schemas.isEmpty
    return .violations([
      observation.violation(
        self,
        isOfSchema ? errors.bodyClause : errors.messageClause,
        at: .body(found?.path ?? InstancePath(members: pointer)),
        expected: "a message that is not empty",
        actual: Self.words(found?.value),
        position: found?.position
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    [observation.suite.errors.messageClause.id]
  }

  private static func words(_ value: JSON?) -> String {
    switch value {
    case nil: "none"
    case .string(let text) where text.isEmpty: "an empty string"
    case .string(let text) where text.allSatisfy(\.isWhitespace): "white space"
    case let value?: Excerpt.text(value.text())
    }
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "a message",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "no body where none is needed",
        to: BookShop.refused(.error("MissingToken", allowsEmptyBody: true)),
        .empty(401)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let bodies = [
      ("no message", #"{"errorCode":1006}"#),
      ("an empty message", #"{"errorCode":1006,"errorMsg":""}"#),
      ("a message that is null", #"{"errorCode":1006,"errorMsg":null}"#),
    ]
    return bodies.map { name, body in
      .answer(
        name,
        to: BookShop.refused(.error("MissingToken")),
        .json(body, status: 401),
        at: "response body /errorMsg"
      )
    }
  }
}
