import AccordMocking
import AccordModel

/// Conditional requests and ranges that are answered wrongly.
struct ConditionFaults: OperatorFamily {
  let name = "conditions"
  let operators = [
    "condition-ignored", "condition-always-true", "validator-missing", "precondition-ignored",
    "range-ignored", "range-mislabelled", "range-shifted",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.relations.flatMap { relation -> [Mutant] in
      func request(_ name: String, _ words: String, without field: String) -> Mutant {
        audited.mutant(
          self,
          name,
          relation.name,
          breaking: relation.clause,
          "\(audited.words) \(words)",
          .request { request, _ in
            guard request.value(of: field) != nil else { return nil }
            var request = request
            request.removeField(field)
            return request
          }
        )
      }
      func answer(
        _ name: String,
        _ words: String,
        _ edit: @escaping @Sendable (inout MockAnswer, AnswerView) -> Void
      ) -> Mutant {
        audited.mutant(
          self,
          name,
          relation.name,
          breaking: relation.clause,
          "\(audited.words) \(words)",
          .answer(edit)
        )
      }
      switch relation.kind {
      case .notModified(let validator):
        let isTag = validator == .entityTag
        let condition = isTag ? "If-None-Match" : "If-Modified-Since"
        let field = isTag ? "ETag" : "Last-Modified"
        return [
          request("condition-ignored", "ignores \(condition)", without: condition),
          answer("validator-missing", "answers without \(field)") { answer, _ in
            answer.removeField(field)
          },
          answer("condition-always-true", "answers 304 whatever is in \(condition)") {
            answer,
            view in
            guard answer.status == 200, view.request.value(of: condition) != nil else { return }
            answer.setStatus(304)
            answer.removeField("Content-Length")
            answer.removeField("Content-Type")
            answer.body = []
          },
        ]
      case .preconditionFailed:
        return [request("precondition-ignored", "ignores If-Match", without: "If-Match")]
      case .ranges:
        return [
          request("range-ignored", "ignores Range", without: "Range"),
          answer("range-mislabelled", "answers a range without Content-Range") { answer, _ in
            if answer.status == 206 { answer.removeField("Content-Range") }
          },
          answer("range-shifted", "answers a range with other bytes") { answer, _ in
            guard answer.status == 206, answer.body.count > 1 else { return }
            answer.setBody(Array(answer.body.dropFirst()) + [0x21])
          },
        ]
      default: return []
      }
    }
  }
}
