package import AccordModel
import AccordSchema

/// Holds the body of a success to its schema; each wrong place is a violation.
package struct BodyMatchesSchema: ExchangeRule {
  package init() {}

  package var id: String { "body-matches-schema" }
  package var sentence: String { "The body of the answer follows its schema." }

  package func check(_ observation: Observation) -> Finding {
    guard observation.allowsContent, let rule = observation.answeredResponse,
      let schema = rule.schema
    else { return .notApplicable }
    if case .unchecked(let format) = observation.body {
      return .notChecked("A body in \(format.syntax.name) is not checked.")
    }
    guard observation.body.isReadable else { return .notApplicable }
    var found = Found()
    check(schema, "the answer \(rule.clause.id)", rule.contentClause, observation, &found)
    for reading in rule.readings {
      do throws(Hindrance) {
        guard try observation.applies(reading) else { continue }
      } catch {
        found.hindrances.append(error)
        continue
      }
      // What breaks the schema breaks a closer reading too, and is reported once.
      let places = Set(found.violations.map(\.place))
      var closer = Found()
      let owner = "the reading \(reading.clause.id)"
      check(reading.schema, owner, reading.clause, observation, &closer)
      found.violations += closer.violations.filter { !places.contains($0.place) }
      found.hindrances += closer.hindrances
    }
    return .of(found.violations, but: found.hindrances)
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard let rule = observation.answeredResponse, let schema = rule.schema else { return [] }
    let readings = rule.readings.filter { reading in
      observation.shows(reading, of: schema) && (try? observation.applies(reading)) ?? false
    }
    return [rule.contentClause.id] + readings.map(\.clause.id)
      + observation.promisesPresent(of: schema, rule.contentClause)
  }

  /// What was found in a body.
  private struct Found {
    var violations: [Violation] = []
    var hindrances: [Hindrance] = []
  }

  /// Holds the body to a schema.
  private func check(
    _ schema: Schema,
    _ owner: String,
    _ clause: Clause,
    _ observation: Observation,
    _ found: inout Found
  ) {
    do throws(Hindrance) {
      let parts = try observation.parts(of: schema, for: owner)
      let violations = parts.flatMap { part in
        observation.violations(self, clause, of: part.check.broken, row: part.row)
      }
      let isOpen = parts.contains(where: \.check.isOpen)
      // Rows are looked at until there are more violations than the limits collect.
      let endedEarly = parts.count > 1 && violations.count > observation.limits.violations
      found.violations += violations.reported(isOpen: isOpen || endedEarly)
      found.hindrances += parts.flatMap { $0.check.hindrances(at: $0.place) }.prefix(1)
      if let wrong = wrongCount(clause, observation) { found.violations.append(wrong) }
    } catch {
      found.hindrances.append(error)
    }
  }

  /// That a body is no single row where it should be.
  private func wrongCount(_ clause: Clause, _ observation: Observation) -> Violation? {
    guard let rows = observation.rowCount, rows != 1, observation.rowsPointer == nil else {
      return nil
    }
    return observation.violation(
      self,
      clause,
      at: .body(),
      expected: "one row",
      actual: Excerpt.counted(rows, "row")
    )
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "another order, more members, white space, 1.0 for 1, null where it may be",
        .json("{\n\"title\": \"Emma\", \"note\":null, \"id\": 7.0, \"shelf\":[1] }")
      ),
      .answer("an optional member left out", .json(#"{"id":7,"title":"Emma"}"#)),
      .answer(
        "another prefix, a declaration, and nil in an element without content",
        to: BookShop.found(in: BookShop.xml),
        .xml(
          "<?xml version=\"1.0\"?><q:Book xmlns:q=\"urn:books\" "
            + "xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<q:id> 7 </q:id><q:title>Emma</q:title><q:note x:nil=\"true\"/></q:Book>"
        )
      ),
      .answer(
        "the items as rows",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n{\"id\":8,\"title\":\"Ida\"}\n")
      ),
      .answer(
        "the whole value as one row",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", #"{"items":[{"id":7,"title":"Emma"}]}"#)
      ),
      .answer(
        "the items as rows of CSV, with columns in another order and fields without a value",
        to: BookShop.listed(in: BookShop.csv),
        .csv("title,id,price,note", "Emma,7,,", "Ida,\"8\",9.50,\"\"")
      ),
      .answer(
        "the whole value as one row of CSV, the list as JSV in it",
        to: BookShop.listed(in: BookShop.csv),
        .csv("items,total", "\"[{id:7,title:\"\"Emma, 2\"\"},{id:8,title:Ida}]\",2")
      ),
      .answer(
        "one object as a row",
        to: BookShop.found(in: BookShop.csv),
        .csv("id,title,note", "7,Emma,")
      ),
      .answer(
        "JSV, in which no text has a type",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{title:1984,id:7,price:9.50}")
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer("a member that is missing", .json(#"{"id":7}"#), at: "response body"),
      .answer(
        "a member of another type",
        .json(#"{"id":"7","title":"Emma"}"#),
        at: "response body /id"
      ),
      .answer(
        "null where it may not be",
        .json(#"{"id":7,"title":null}"#),
        at: "response body /title"
      ),
      .answer(
        "another namespace",
        to: BookShop.found(in: BookShop.xml),
        .xml("<Book xmlns='urn:shop'><id>7</id><title>E</title></Book>"),
        at: "response body /Book"
      ),
      .answer(
        "elements in another order",
        to: BookShop.found(in: BookShop.xml),
        .xml("<Book xmlns='urn:books'><title>E</title><id>7</id></Book>"),
        at: "response body /Book/id"
      ),
      .answer(
        "a row with a member of another type",
        to: BookShop.listed(in: BookShop.jsonLines),
        .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n{\"id\":8,\"title\":9}\n"),
        at: "response body row 2 /title"
      ),
      .answer(
        "a column of another name",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,name", "7,Emma"),
        at: "response body row 1"
      ),
      .answer(
        "a field of another type",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,title", "7,Emma", "eight,Ida"),
        at: "response body row 2 /id"
      ),
      .answer(
        "a field without the value that must be there",
        to: BookShop.listed(in: BookShop.csv),
        .csv("id,title", ",Emma"),
        at: "response body row 1 /id"
      ),
      .answer(
        "a member of another type in a list in a field",
        to: BookShop.listed(in: BookShop.csv),
        .csv("items,total", "\"[{id:7,title:Emma},{id:x,title:Ida}]\",2"),
        at: "response body /items/1/id"
      ),
      .answer(
        "two rows for one object",
        to: BookShop.found(in: BookShop.csv),
        .csv("id,title", "7,Emma", "8,Ida"),
        at: "response body"
      ),
      .answer(
        "JSV with a text for a number",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{id:x,title:Emma}"),
        at: "response body /id"
      ),
      .answer(
        "JSV with a list for a text",
        to: BookShop.found(in: BookShop.jsv),
        .jsv("{id:7,title:[Emma]}"),
        at: "response body /title"
      ),
    ]
  }
}
