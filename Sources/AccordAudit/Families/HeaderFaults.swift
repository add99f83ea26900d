import AccordMocking
import AccordModel
import AccordSchema

/// Header fields that answers have to have.
struct HeaderFaults: OperatorFamily {
  let name = "headers"
  let operators = [
    "header-missing", "header-value", "header-empty", "error-header-missing", "allow-wrong",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    var mutants: [Mutant] = []
    for rule in distinct(audited.rights.map(\.rule)) {
      for header in rule.headers {
        mutants += faults(audited, header, "answers of \(audited.words)", "header") {
          $0.isResponse(rule)
        }
      }
    }
    for refusal in audited.contract.refusals {
      for header in refusal.headers where header.presence == .required {
        let names = refusal.names
        mutants += faults(
          audited,
          header,
          "refusals of \(audited.words)",
          "error-header",
          only: ["error-header-missing"]
        ) { view in
          if case .error(let entry) = view.kind { return names.contains(entry.name) }
          return names.isEmpty && view.kind == .refusal
        }
      }
    }
    return mutants + allow(audited)
  }

  private func faults(
    _ audited: AuditedContract,
    _ header: HeaderRule,
    _ subject: String,
    _ prefix: String,
    only: [String]? = nil,
    _ isMeant: @escaping @Sendable (AnswerView) -> Bool
  ) -> [Mutant] {
    var mutants: [Mutant] = []
    func add(
      _ name: String,
      _ sentence: String,
      _ edit: @escaping @Sendable (inout MockAnswer) -> Void
    ) {
      guard only?.contains(name) ?? true else { return }
      mutants.append(
        audited.mutant(
          self,
          name,
          header.clause.id,
          breaking: header.clause,
          "\(subject) \(sentence)",
          .answer { answer, view in
            if isMeant(view), !answer.fields.values(of: header.name).isEmpty { edit(&answer) }
          }
        )
      )
    }
    if header.presence == .required {
      add("\(prefix)-missing", "lack \(header.name)") { $0.removeField(header.name) }
    }
    guard let validator = try? SchemaValidator(header.value) else { return mutants }
    if !validator.admits(.string("")), !validator.admits(TextValue.read("", as: header.value)) {
      add("header-empty", "have an empty \(header.name)") { $0.setField(header.name, "") }
    }
    let wrong = header.value.wrongValues.compactMap { $0.value.string ?? $0.value.number?.text }
      .first { !$0.isEmpty && !validator.admits(TextValue.read($0, as: header.value)) }
    if let wrong, wrong.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      add("header-value", "have \(wrong) in \(header.name)") { $0.setField(header.name, wrong) }
    }
    return mutants
  }

  /// Allow lists a method that is none of the resource's.
  private func allow(_ audited: AuditedContract) -> [Mutant] {
    audited.contract.routes.compactMap { route in
      guard let refusal = route.otherMethods, refusal.statuses?.contains(405) == true else {
        return nil
      }
      return audited.mutant(
        self,
        "allow-wrong",
        route.name,
        breaking: refusal.named,
        "\(audited.words) answers 405 without Allow",
        .answer { answer, view in
          if answer.status == 405, view.occasion.route.name == route.name {
            answer.removeField("Allow")
          }
        }
      )
    }
  }
}
