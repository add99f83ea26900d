import AccordMocking
import AccordModel
import AccordSchema

/// Answers that lead nowhere, or to something else than was made.
struct ReferenceFaults: OperatorFamily {
  let name = "references"
  let operators = ["reference-missing", "reference-wrong", "read-back-differs"]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.relations.flatMap { relation -> [Mutant] in
      switch relation.kind {
      case .locationLeads: return field(audited, relation, "Location")
      case .linkLeads: return field(audited, relation, "Link")
      case .readsBack(let other, let same):
        return [
          Mutant(
            id: "\(audited.suite.id)/\(audited.contract.id)/read-back-differs/\(relation.name)",
            operator: MutationOperator(id: "read-back-differs", family: name),
            contract: audited.contract.id,
            clause: relation.clause,
            scope: Scope(other),
            sentence: "\(other) shows something else than \(audited.words) was sent",
            action: .answer { answer, view in
              guard case .response(let rule) = view.kind else { return }
              guard let schema = rule.schema else {
                if !answer.body.isEmpty { answer.setBody(answer.body + [0x21]) }
                return
              }
              answer.edit(as: schema, in: view.suite) { value in
                let places = same.isEmpty ? value.leaves(limit: 20) : same
                return places.reduce(value) { value, pointer in
                  value[pointer]?.different.flatMap { value.replacing($0, at: pointer) } ?? value
                }
              }
            }
          )
        ]
      default: return []
      }
    }
  }

  private func field(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ field: String
  ) -> [Mutant] {
    func mutant(
      _ name: String,
      _ words: String,
      _ edit: @escaping @Sendable (inout MockAnswer) -> Void
    ) -> Mutant {
      audited.mutant(
        self,
        name,
        relation.name,
        breaking: relation.clause,
        "\(audited.words) answers \(words)",
        .answer { answer, view in
          if view.isResponse, answer.fields.values(of: field).first != nil { edit(&answer) }
        }
      )
    }
    return [
      mutant("reference-missing", "without \(field)") { $0.removeField(field) },
      mutant("reference-wrong", "with a \(field) that leads elsewhere") { answer in
        guard let value = answer.fields.values(of: field).first else { return }
        let other =
          field == "Link"
          ? value.replacing(">", with: "-other>") : value + "-other"
        answer.setField(field, other)
      },
    ]
  }
}
