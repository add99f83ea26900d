import AccordModel
import AccordSchema

/// Holds the body of a refusal to one of the schemas of errors.
package struct ErrorBodyMatchesSchema: ExchangeRule {
  package init() {}

  package var id: String { "error-body-matches-schema" }
  package var sentence: String { "The body of an error follows one of the schemas of errors." }

  package func check(_ observation: Observation) -> Finding {
    guard observation.promisedRefusal != nil, observation.response.status >= 400 else {
      return .notApplicable
    }
    let validators = observation.suite.errors.schemas.compactMap { try? Validator($0) }
    guard !validators.isEmpty else { return .notApplicable }
    let broken: [[SchemaViolation]]
    switch observation.body {
    case .json(let document): broken = validators.map { $0.validate(document) }
    case .xml(let document): broken = validators.map { $0.validate(document) }
    case .jsonLines(let lines):
      guard let row = lines.documents.first else { return .notApplicable }
      broken = validators.map { $0.validate(row) }
    case .lexical(let body):
      guard let value = body.values.first else { return .notApplicable }
      broken = observation.suite.errors.schemas.compactMap { schema in
        try? body.violations(in: value, of: schema)
      }
    case .empty, .unchecked, .malformed: return .notApplicable
    }
    // The schema with the fewest violations is the one that the server means.
    let closest = broken.min { $0.count < $1.count } ?? []
    return .of(observation.violations(self, observation.contentClause, of: closest))
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
