package import AccordModel
import AccordSchema

/// Holds the header fields of an answer to their rules.
package struct ResponseHeaders: ExchangeRule {
  package init() {}

  package var id: String { "response-headers" }
  package var sentence: String {
    "The answer has the header fields it needs, with right values, and none that is forbidden."
  }

  package func check(_ observation: Observation) -> Finding {
    let rules = Self.rules(observation)
    guard !rules.isEmpty else { return .notApplicable }
    var found: [Violation] = []
    var hindrances: [Hindrance] = []
    for rule in rules {
      do throws(Hindrance) {
        found += try violations(of: rule, observation, &hindrances)
      } catch {
        hindrances.append(error)
      }
    }
    return .of(found, but: hindrances)
  }

  /// The fields of the answer, and of the refusal that it is.
  private static func rules(_ observation: Observation) -> [HeaderRule] {
    let ofRefusal = observation.promisedRefusal?.headers ?? []
    return (observation.answeredResponse?.headers ?? []) + ofRefusal
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    let rules = Self.rules(observation)
    return rules.filter { rule in
      rule.presence != .optional || !observation.response.fields.values(of: rule.name).isEmpty
    }.map(\.clause.id)
  }

  private func violations(
    of rule: HeaderRule,
    _ observation: Observation,
    _ hindrances: inout [Hindrance]
  ) throws(Hindrance) -> [Violation] {
    let values = observation.response.fields.values(of: rule.name)
    let place = Violation.Place.header(rule.name)
    switch rule.presence {
    case .required where values.isEmpty:
      return [
        observation.violation(
          self,
          rule.clause,
          at: place,
          expected: "the field \(rule.name)",
          actual: "none"
        )
      ]
    case .forbidden:
      guard let value = values.first else { return [] }
      return [
        observation.violation(
          self,
          rule.clause,
          at: place,
          expected: "no field \(rule.name)",
          actual: "\(rule.name): \(Excerpt.text(value))"
        )
      ]
    case .required, .optional:
      let validator = try observation.validator(
        of: rule.value,
        for: "the header \(rule.name) of the answer"
      )
      var found: [Violation] = []
      for value in values {
        let check = SchemaCheck(validator.validate(text: value, lexical: .header))
        hindrances += check.hindrances(at: place)
        found += check.broken.map { broken in
          observation.violation(
            self,
            rule.clause,
            at: place,
            expected: Excerpt.text(broken.expected),
            actual: Excerpt.text(broken.actual),
            hint: broken.causes.first.map { Excerpt.text($0.message) }
          )
        }
      }
      return found
    }
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "names in another case, and other fields",
        to: BookShop.found(headers: [.required("X-Shelf", .integer), .forbidden("Set-Cookie")]),
        .json(
          #"{"id":7,"title":"Emma"}"#,
          fields: [Field("x-shelf", "12"), Field("Server", "shop")]
        )
      )
    ]
  }

  package var rejected: [RuleExample] {
    let rules: [HeaderRule] = [.required("X-Shelf", .integer), .forbidden("Set-Cookie")]
    let body = #"{"id":7,"title":"Emma"}"#
    return [
      .answer(
        "a field that is missing",
        to: BookShop.found(headers: rules),
        .json(body),
        at: "response header X-Shelf"
      ),
      .answer(
        "a wrong value",
        to: BookShop.found(headers: rules),
        .json(body, fields: [Field("X-Shelf", "top")]),
        at: "response header X-Shelf"
      ),
      .answer(
        "a forbidden field",
        to: BookShop.found(headers: rules),
        .json(body, fields: [Field("X-Shelf", "12"), Field("Set-Cookie", "a=b")]),
        at: "response header Set-Cookie"
      ),
      .answer(
        "a refusal without its challenge",
        to: BookShop.refused(
          .error("MissingToken", headers: [.required("WWW-Authenticate")])
        ),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401),
        at: "response header WWW-Authenticate"
      ),
    ]
  }
}
