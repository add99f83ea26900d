import AccordMocking
import AccordModel
import AccordSchema

/// Content as a whole: none, half of it, too much of it.
struct BodyFaults: OperatorFamily {
  let name = "bodies"
  let operators = [
    "body-empty", "body-truncated", "body-with-tail", "body-unasked", "octets-changed",
    "digest-wrong", "error-body-empty", "error-body-truncated",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    var mutants: [Mutant] = []
    for rule in distinct(audited.rights.map(\.rule)) {
      func add(_ name: String, _ sentence: String, _ clause: Clause, _ edit: @escaping Edit) {
        let isNarrow = name == "body-empty" || name == "body-truncated"
        for scope in isNarrow ? audited.scopes : [Scope(audited.contract.id)] {
          mutants.append(
            audited.mutant(
              self,
              name,
              rule.clause.id,
              breaking: clause,
              in: scope,
              "the answer to \(audited.words) \(sentence)",
              .answer { answer, view in
                guard view.isResponse(rule) else { return }
                edit(&answer, view)
              }
            )
          )
        }
      }
      switch rule.content {
      case .payload, .rows:
        add("body-empty", "has no content", rule.contentClause) { answer, view in
          // Without a row there is no item, which is a list all the same.
          guard Self.isStructured(answer, view) else { return }
          answer.setBody([])
        }
        add("body-truncated", "ends in the middle", rule.contentClause) { answer, view in
          Self.truncate(&answer, view)
        }
        add("body-with-tail", "is followed by something", rule.contentClause) { answer, view in
          guard Self.isStructured(answer, view) else { return }
          answer.setBody(answer.body + Array(" }<".utf8))
        }
      case .octets(let octets):
        if octets.count.lowerBound > 0 {
          add("body-empty", "has no content", rule.contentClause) { answer, _ in
            answer.setBody([])
          }
        }
        if octets.count.upperBound < 1 << 20 {
          let most = octets.count.upperBound
          add("octets-changed", "has more than \(most) bytes", rule.contentClause) { answer, _ in
            answer.setBody([UInt8](repeating: 0x78, count: most + 1))
          }
        }
      case .empty:
        add("body-unasked", "has content though it is to have none", rule.contentClause) {
          answer,
          view in
          guard answer.status != 204, answer.status != 304 else { return }
          answer.setField("Content-Type", "application/json")
          answer.setBody(Array("{\"surplus\":true}".utf8))
        }
      case .unspecified: break
      }
      for digest in rule.digests {
        add("digest-wrong", "has \(digest.name) of another content", digest.clause) { answer, _ in
          guard !answer.fields.values(of: digest.name).isEmpty else { return }
          answer.setField(digest.name, digest.value(of: answer.body + [0x20]))
        }
      }
    }
    return mutants + errors(audited)
  }

  private typealias Edit = @Sendable (inout MockAnswer, AnswerView) -> Void

  private static func isStructured(_ answer: MockAnswer, _ view: AnswerView) -> Bool {
    let syntax = AnswerView.format(of: answer, in: view.suite)?.syntax
    return syntax == .json || syntax == .xml
  }

  private static func truncate(_ answer: inout MockAnswer, _ view: AnswerView) {
    guard isStructured(answer, view), answer.body.count > 1 else { return }
    answer.setBody(Array(answer.body.prefix(answer.body.count / 2)))
  }

  private func errors(_ audited: AuditedContract) -> [Mutant] {
    let errors = audited.suite.errors
    guard errors.promisesBodies, !errors.schemas.isEmpty,
      !ErrorFaults.provoked(audited).isEmpty
    else { return [] }
    func mutant(_ name: String, _ sentence: String, _ edit: @escaping Edit) -> Mutant {
      audited.mutant(
        self,
        name,
        breaking: errors.bodyClause,
        "errors of \(audited.words) \(sentence)",
        .answer { answer, view in
          if case .error = view.kind { edit(&answer, view) }
        }
      )
    }
    return [
      mutant("error-body-empty", "have no content") { answer, _ in answer.setBody([]) },
      mutant("error-body-truncated", "end in the middle") { Self.truncate(&$0, $1) },
    ]
  }
}
