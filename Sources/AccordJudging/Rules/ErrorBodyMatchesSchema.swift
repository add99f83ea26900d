package import AccordModel
import AccordSchema

/// Holds the body of a refusal to one of the schemas of errors.
package struct ErrorBodyMatchesSchema: ExchangeRule {
  package init() {}

  package var id: String { "error-body-matches-schema" }
  package var sentence: String { "The body of an error follows one of the schemas of errors." }

  package func check(_ observation: Observation) -> Finding {
    // What the contract says of its own errors stands in place of what the suite says of all.
    guard observation.promisedRefusal != nil, observation.response.status >= 400,
      observation.otherResponse?.promisesContent != true
    else { return .notApplicable }
    var checks: [SchemaCheck] = []
    var hindrances: [Hindrance] = []
    for schema in observation.suite.errors.schemas {
      do throws(Hindrance) {
        guard let check = try check(observation, schema) else { return .notApplicable }
        checks.append(check)
      } catch {
        hindrances.append(error)
      }
    }
    // The schema with the fewest violations is the one that the server means.
    guard let closest = checks.min(by: { $0.count < $1.count }) else {
      return hindrances.isEmpty ? .notApplicable : .failed(hindrances)
    }
    // A schema that means nothing may be the one that the server means.
    guard hindrances.isEmpty || closest.count == 0 else { return .failed(hindrances) }
    let errors = observation.suite.errors
    let found = observation.violations(self, errors.bodyClause, of: closest.broken)
    let placed = zip(found, closest.broken).map { violation, broken in
      var violation = violation
      violation.clause = errors.clause(at: broken)
      return violation
    }
    return .of(
      placed.reported(isOpen: closest.isOpen),
      but: hindrances + closest.hindrances(at: .body())
    )
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    let errors = observation.suite.errors
    let parts = errors.parts.filter { observation.body.value(at: $0.pointer) != nil }
    return [errors.bodyClause.id] + parts.map(\.clause.id)
  }

  /// Holds a body to one of the schemas; `nil` where there is no value in it.
  private func check(
    _ observation: Observation,
    _ schema: Schema
  ) throws(Hindrance) -> SchemaCheck? {
    let owner = "an error's body"
    switch observation.body {
    case .json(let document):
      return SchemaCheck(
        try observation.validator(of: schema, for: owner).validate(document),
        within: observation.limits
      )
    case .xml(let document):
      return SchemaCheck(
        try observation.validator(of: schema, for: owner).validate(document),
        within: observation.limits
      )
    case .jsonLines(let lines):
      guard let row = lines.documents.first else { return nil }
      return SchemaCheck(
        try observation.validator(of: schema, for: owner).validate(row),
        within: observation.limits
      )
    case .lexical(let body):
      guard let value = body.values.first else { return nil }
      return SchemaCheck(
        try body.violations(in: value, of: schema, for: owner, observation.limits),
        within: observation.limits
      )
    case .empty, .unchecked, .malformed:
      return nil
    }
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "all members",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"trace":"x","errorName":null,"errorMsg":"No.","errorCode":1006}"#, status: 401)
      ),
      .answer(
        "an error in XML",
        to: BookShop.refused(.error("MissingToken"), in: BookShop.xml),
        .xml("<Error><errorMsg>No.</errorMsg><errorCode>1006</errorCode></Error>", status: 401)
      ),
      .answer(
        "an error in CSV",
        to: BookShop.refused(.error("MissingToken"), in: BookShop.csv),
        .csv("errorCode,errorMsg,errorName", "1006,No.,", status: 401)
      ),
      .answer(
        "an error in JSV",
        to: BookShop.refused(.error("MissingToken"), in: BookShop.jsv),
        .jsv("{errorCode:1006,errorMsg:No.}", status: 401)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "a code that is a string",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":"1006","errorMsg":"No token."}"#, status: 401),
        at: "response body /errorCode"
      ),
      .answer(
        "a member of another type",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token.","trace":[]}"#, status: 401),
        at: "response body /trace"
      ),
      .answer(
        "a code that is a word, in JSV",
        to: BookShop.refused(.error("MissingToken"), in: BookShop.jsv),
        .jsv("{errorName:MissingToken,errorCode:x,errorMsg:No.}", status: 401),
        at: "response body /errorCode"
      ),
    ]
  }
}

extension ErrorCatalogue {
  /// The promise of the place where the body of an error is wrong: that of the innermost part that
  /// holds it, else that of the whole.
  fileprivate func clause(at violation: SchemaViolation) -> Clause {
    // The path of an element begins with the root element.
    let path = violation.path.pointer?.tokens ?? Array(violation.path.names.dropFirst())
    let holding = parts.filter { path.starts(with: $0.pointer.tokens) }
    return holding.max { $0.pointer.tokens.count < $1.pointer.tokens.count }?.clause ?? bodyClause
  }
}
