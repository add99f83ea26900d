package import AccordModel
import AccordSchema

/// Holds an answer to HEAD to those that GET got before it and after it (RFC 9110 section 9.3.2).
///
/// What both answers to GET do not agree on differs by itself, and is not compared.
package struct HeadAnswersAsGet: RelationRule {
  package init() {}

  package var id: String { "head-answers-as-get" }
  package var sentence: String { "HEAD answers what GET would, without the content." }
  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool { kind == .headAnswersAsGet }

  package func check(_ observation: RelationObservation) -> Finding {
    guard observation.steps.count == 3 else {
      return .notChecked("GET and HEAD were not all answered.")
    }
    let (get, head, again) = (observation.steps[0], observation.steps[1], observation.steps[2])
    guard get.response.status == again.response.status else {
      return .notChecked("GET answered \(get.response.status), and then \(again.response.status).")
    }
    guard head.response.status == get.response.status else {
      return observation.disagreement(
        self,
        of: head,
        with: get,
        at: .status,
        expected: "\(get.response.status)",
        actual: head.statusInWords
      )
    }
    let found = fields(observation, get, head, again) + length(observation, get, head, again)
    return .of(found)
  }

  /// The fields of HEAD that have another value than those of GET, or are not there.
  private func fields(
    _ observation: RelationObservation,
    _ get: Observation,
    _ head: Observation,
    _ again: Observation
  ) -> [Violation] {
    var seen: Set<String> = []
    return get.response.fields.map(\.name).flatMap { name -> [Violation] in
      guard seen.insert(name.lowercased()).inserted, !Self.varying.contains(name.lowercased())
      else {
        return []
      }
      let expected = get.response.fields.values(of: name)
      let actual = head.response.fields.values(of: name)
      guard expected == again.response.fields.values(of: name), expected != actual else {
        return []
      }
      let isMissing = actual.isEmpty
      guard !isMissing || Self.kept.contains(name.lowercased()) else { return [] }
      let finding = observation.disagreement(
        self,
        of: head,
        with: get,
        at: .header(name),
        expected: expected.joined(separator: ", "),
        actual: isMissing ? "none" : actual.joined(separator: ", ")
      )
      return finding.violations.map { violation in
        var violation = violation
        if isMissing {
          violation.clause.basis = .assumption(
            "The specification recommends it and does not demand it."
          )
        }
        return violation
      }
    }
  }

  /// A length that is not that of GET's content (RFC 9110 section 8.6).
  private func length(
    _ observation: RelationObservation,
    _ get: Observation,
    _ head: Observation,
    _ again: Observation
  ) -> [Violation] {
    let (count, coding) = (get.response.body.count, "Content-Encoding")
    guard count == again.response.body.count,
      get.response.fields.values(of: coding) == head.response.fields.values(of: coding),
      let named = head.response.fields.values(of: "Content-Length").first, named != "\(count)"
    else { return [] }
    return observation.disagreement(
      self,
      of: head,
      with: get,
      at: .header("Content-Length"),
      expected: "\(count)",
      because: "GET's content has so many bytes",
      actual: named
    ).violations
  }

  /// The fields that are another for each message, or say how it is framed, or how long it is.
  private static let varying: Set<String> = [
    "date", "age", "expires", "connection", "keep-alive", "transfer-encoding", "trailer", "te",
    "content-length", "content-encoding", "vary", "set-cookie", "via",
  ]

  /// The fields that are missed where HEAD leaves them out.
  private static let kept: Set<String> = [
    "content-type", "etag", "last-modified", "location", "allow",
  ]

  package var accepted: [RuleExample] {
    let type = Field("Content-Type", "application/json; charset=utf-8")
    let body = #"{"items":[{"id":7,"title":"Emma"}]}"#
    return [
      .relation(
        "no length, another date and another trace",
        .headAnswersAsGet,
        [
          .list(
            .json(body, fields: [Field("Date", "a"), Field("Trace", "1"), Field("ETag", "x")])
          ),
          .head(fields: [Field("Date", "b"), Field("Trace", "2"), Field("etag", "x"), type]),
          .list(
            .json(body, fields: [Field("Date", "c"), Field("Trace", "3"), Field("ETag", "x")])
          ),
        ]
      ),
      .relation(
        "the length of GET's content",
        .headAnswersAsGet,
        [
          .list(.json(body)), .head(fields: [type, Field("Content-Length", "35")]),
          .list(.json(body)),
        ]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let type = Field("Content-Type", "application/json; charset=utf-8")
    let body = #"{"items":[{"id":7,"title":"Emma"}]}"#
    func answers(_ head: Turn) -> [Turn] {
      [
        .list(.json(body, fields: [Field("ETag", "x")])), head,
        .list(.json(body, fields: [Field("ETag", "x")])),
      ]
    }
    return [
      .relation(
        "a method that is not served",
        .headAnswersAsGet,
        answers(.head(405, fields: [Field("Allow", "GET")])),
        at: "response status"
      ),
      .relation(
        "another tag",
        .headAnswersAsGet,
        answers(.head(fields: [type, Field("ETag", "y")])),
        at: "response header ETag"
      ),
      .relation(
        "a length of nothing",
        .headAnswersAsGet,
        answers(.head(fields: [type, Field("ETag", "x"), Field("Content-Length", "0")])),
        at: "response header Content-Length"
      ),
    ]
  }
}
