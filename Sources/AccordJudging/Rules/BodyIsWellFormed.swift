import AccordModel
import AccordSchema

/// Holds a body to the syntax of its format.
package struct BodyIsWellFormed: ExchangeRule {
  package init() {}

  package var id: String { "body-is-well-formed" }
  package var sentence: String { "The body is well-formed in the syntax of its format." }
  package var level: RuleLevel { .specification }

  package func check(_ observation: Observation) -> Finding {
    guard observation.request.method != "HEAD" else { return .notApplicable }
    // An answer that is not the one promised is held to what it says of itself.
    guard observation.isAsPromised || observation.isLabelledInFormatOfSuite else {
      return .notApplicable
    }
    // Where no format is promised, another one than those of the suite is as right.
    guard
      observation.expectation.format != nil || observation.mediaType == nil
        || observation.isLabelledInFormatOfSuite
    else { return .notApplicable }
    switch (observation.body, observation.answeredResponse?.content) {
    case (_, .empty?) where observation.isAsPromised: return .notApplicable
    case (.unchecked, _): return .notApplicable
    // Where errors are told by their status alone, they may be written as anything.
    case _
    where observation.promisedRefusal != nil && observation.expectation.format == nil
      && !observation.isLabelledInFormatOfSuite && observation.contentFault == nil:
      return .notApplicable
    case (_, .octets?) where observation.isAsPromised && observation.contentFault == nil:
      return .notApplicable
    case (_, .unspecified?) where observation.expectation.format == nil: return .notApplicable
    case (.empty, .rows?) where observation.format.syntax.writesRows: return .satisfied
    case (.empty, .payload?), (.empty, .rows?):
      guard observation.format.isChecked, observation.isAsPromised else { return .notApplicable }
      return .violations([violation(observation, "an empty body", nil)])
    case (.empty, _) where observation.lacksErrorBody:
      // No text at all is neither JSON nor XML, whoever states which error it should be.
      var found = violation(observation, "an empty body", nil)
      found.clause.basis = .stated
      return .violations([found])
    case (.empty, _): return .notApplicable
    case (.malformed(let malformation), _) where malformation.isLimit:
      let reason = Hindrance.Reason.limit(
        message: malformation.mismatch.message,
        position: malformation.position
      )
      return .failed([Hindrance(reason, of: "response body")])
    case (.malformed(let malformation), _):
      var found = violation(observation, malformation)
      // What says that it is JSON and is not contradicts itself, whoever states what it should be.
      if malformation.contradictsLabel, observation.isLabelledAsRead {
        found.clause.basis = .stated
      }
      return .violations([found])
    case (let body, _):
      let notices = body.notices.map { notice, position in
        switch notice {
        case .remark(let words): violation(observation, words, position)
        case .mismatch(let mismatch):
          violation(
            observation,
            ObservedBody.Malformation(
              syntax: observation.format.syntax,
              mismatch: mismatch,
              position: position
            )
          )
        }
      }
      return .of(notices.reported(isOpen: notices.count >= ObservedBody.readNotices))
    }
  }

  /// The promise that is broken: that of the content, unless the answer is said to be in another
  /// format than one that is only assumed; then it is not certain what its content should be.
  private func clause(_ observation: Observation) -> Clause {
    let isDoubtful =
      observation.isLabelledInForeignFormat && !observation.formatClause.basis.isStated
    if isDoubtful { return observation.formatClause }
    // What the body of an error is follows from the catalogue, whatever error it should be.
    let errors = observation.suite.errors
    let isOfErrors =
      observation.promisedRefusal != nil && observation.response.status >= 400
      && !errors.schemas.isEmpty && observation.otherResponse?.promisesContent != true
    return isOfErrors ? errors.bodyClause : observation.contentClause
  }

  private func violation(
    _ observation: Observation,
    _ malformation: ObservedBody.Malformation
  ) -> Violation {
    let mismatch = malformation.mismatch
    var found = violation(observation, mismatch.message, malformation.position)
    guard let actual = mismatch.found else { return found }
    let expected = Excerpt.text(mismatch.expected)
    if malformation.isOfCoding {
      found.expected = expected
    } else if malformation.isRefused {
      // It may be well-formed; what reads no document type declarations cannot tell.
      found.expected = "\(observation.format.syntax.name) with \(expected)"
    } else {
      found.expected += ": \(expected)"
    }
    found.actual = Excerpt.text(actual)
    return found
  }

  private func violation(
    _ observation: Observation,
    _ actual: String,
    _ position: SourcePosition?
  ) -> Violation {
    observation.violation(
      self,
      clause(observation),
      at: .body(),
      expected: "well-formed \(observation.format.syntax.name)",
      actual: Excerpt.text(actual),
      hint: observation.response.body.isEmpty
        ? nil : "The answer begins: \(Excerpt.body(observation.readableContent))",
      position: position
    )
  }

  package var accepted: [RuleExample] {
    [
      .answer("white space around the value", .json("\r\n {\"id\" : 7, \"title\":\"Emma\"}\n")),
      .answer(
        "XML with comments and without a declaration",
        to: BookShop.found(in: BookShop.xml),
        .xml("<!-- a --><b:Book xmlns:b='urn:books'><b:id>7</b:id><b:title>E</b:title></b:Book>")
      ),
      .answer(
        "rows without a line end after the last",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\r\n{\"id\":8,\"title\":\"Ida\"}")
      ),
      .answer(
        "CSV with lines that end in LF, quotes without need, and no line end after the last",
        to: BookShop.listed(in: BookShop.csv),
        .answer(200, "text/csv", "\"id\",title\n7,\"Emma, or so\"\n\"8\",Ida")
      ),
      .answer(
        "JSV",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{id:7,title:\"Emma, \"\"or so\"\"\"}")
      ),
      .answer(
        "no rows of CSV",
        to: BookShop.listed(in: BookShop.csv),
        .answer(200, "text/csv", "")
      ),
      .answer(
        "no rows",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", "")
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let place = "response body"
    return [
      .answer("a comma too many", .json(#"{"id":7,"title":"Emma",}"#), at: place),
      .answer("a text that ends early", .json(#"{"id":7,"title":"Em"#), at: place),
      .answer("nothing", .json(""), at: place),
      .answer("a name that stands twice", .json(#"{"id":7,"id":8,"title":"E"}"#), at: place),
      .answer("a byte order mark", .json("\u{FEFF}{\"id\":7,\"title\":\"Emma\"}"), at: place),
      .answer(
        "tags that do not match",
        to: BookShop.found(in: BookShop.xml),
        .xml("<Book xmlns='urn:books'><id>7</title></Book>"),
        at: place
      ),
      .answer(
        "XML with a document type declaration",
        to: BookShop.found(in: BookShop.xml),
        .xml("<!DOCTYPE Book><Book xmlns='urn:books'><id>7</id><title>E</title></Book>"),
        at: place
      ),
      .answer(
        "XML that declares another encoding",
        to: BookShop.found(in: BookShop.xml),
        .answer(
          200,
          "application/xml; charset=utf-8",
          "<?xml version='1.0' encoding='iso-8859-1'?>"
            + "<Book xmlns='urn:books'><id>7</id><title>E</title></Book>"
        ),
        at: place
      ),
      .answer(
        "a row that is not JSON",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\nEmma\n"),
        at: place
      ),
      .answer(
        "a quote that nothing closes",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,title", "7,\"Emma"),
        at: place
      ),
      .answer(
        "a row with a field too many",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,title", "7,Emma,or so"),
        at: place
      ),
      .answer(
        "two columns of one name",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,title,id", "7,Emma,8"),
        at: place
      ),
      .answer(
        "JSV without its last brace",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{id:7,title:Emma"),
        at: place
      ),
      .answer(
        "JSV with a name twice",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{id:7,title:Emma,id:8}"),
        at: place
      ),
      .answer(
        "an error that cannot be read",
        to: BookShop.refused(.error("MissingToken")),
        .json("Unauthorized", status: 401),
        at: place
      ),
      .answer(
        "an error in JSON of no bytes, where it is only assumed which error it should be",
        to: BookShop.refused(.error("MissingToken", named: .assumption("It is not written."))),
        .json("", status: 401),
        at: place
      ),
      .answer(
        "an error cut off, where it is only assumed which error it should be",
        to: BookShop.refused(.error("MissingToken", named: .assumption("It is not written."))),
        .json(#"{"errorCode":1006,"errorMsg":"No to"#, status: 401),
        at: place
      ),
    ]
  }
}
