import AccordMocking
import AccordModel

/// What answers say of the format of their content.
struct LabelFaults: OperatorFamily {
  let name = "labels"
  let operators = [
    "content-type-missing", "content-type-other", "content-type-malformed", "content-type-doubled",
    "content-type-of-other-format", "charset-wrong", "error-content-type-other",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    var mutants: [Mutant] = []
    let suite = audited.suite
    let rules = distinct(audited.rights.map(\.rule)).filter(\.promisesFormat)
    for rule in rules {
      func add(
        _ name: String,
        _ sentence: String,
        _ edit: @escaping @Sendable (inout MockAnswer, AnswerView) -> Void
      ) {
        for scope in name == "content-type-other" ? audited.scopes : [Scope(audited.contract.id)] {
          mutants.append(
            audited.mutant(
              self,
              name,
              rule.clause.id,
              breaking: rule.contentClause,
              in: scope,
              "the answer to \(audited.words) \(sentence)",
              .answer { answer, view in
                if view.isResponse(rule), !answer.body.isEmpty { edit(&answer, view) }
              }
            )
          )
        }
      }
      add("content-type-missing", "does not say what it is in") { answer, _ in
        answer.removeField("Content-Type")
      }
      let foreign = ["text/plain", "application/octet-stream", "image/png"].first { type in
        !suite.formats.contains { $0.mediaType == type }
      }
      if let foreign {
        add("content-type-other", "says that it is \(foreign)") { answer, _ in
          answer.setField("Content-Type", foreign)
        }
        add("content-type-doubled", "says twice what it is in, and not the same") { answer, _ in
          answer.fields.append(Field("Content-Type", foreign))
        }
      }
      add("content-type-malformed", "names no media type") { answer, _ in
        answer.setField("Content-Type", "json")
      }
      let formats = audited.contract.formats(in: suite)
      if formats.count > 1 {
        add("content-type-of-other-format", "is said to be in another of its formats") {
          answer,
          view in
          guard let own = AnswerView.format(of: answer, in: suite),
            let other = formats.first(where: { $0.mediaType != own.mediaType })
          else { return }
          answer.setField("Content-Type", other.mediaType)
        }
      }
      if formats.contains(where: { $0.charset != nil }) {
        add("charset-wrong", "is said to be in UTF-16") { answer, view in
          guard let own = AnswerView.format(of: answer, in: suite), own.charset != nil else {
            return
          }
          answer.setField("Content-Type", "\(own.mediaType); charset=utf-16")
        }
      }
    }
    guard !suite.errors.formats.isEmpty, !ErrorFaults.provoked(audited).isEmpty else {
      return mutants
    }
    mutants.append(
      audited.mutant(
        self,
        "error-content-type-other",
        breaking: suite.errors.formatClause,
        "errors of \(audited.words) say that they are text/plain",
        .answer { answer, view in
          if case .error = view.kind { answer.setField("Content-Type", "text/plain") }
        }
      )
    )
    return mutants
  }
}
