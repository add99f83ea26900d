import AccordModel

/// The errors that a request may get which its contract alone finds right: what only the server knows decides.
///
/// An error that tells of nothing but what everybody can see, such as that a parameter is missing, is none of
/// them.
struct AdmittedErrors {
  private let contract: Contract
  private let catalogue: ErrorCatalogue

  /// What only the server can find wrong: values that name nothing, a caller that it does not know, a rule
  /// that no schema has.
  private var hidden: [Refusal] {
    let headers = contract.headers.map(\.invalid)
    let parameters = contract.parameters.flatMap { [$0.invalid, $0.unknown] }
    let body = [contract.body?.invalid] + (contract.body?.members ?? []).map(\.refusal)
    let examples = contract.examples.map { example -> Refusal? in
      guard case .refusal(let refusal) = example.outcome else { return nil }
      return refusal
    }
    return ([contract.credential?.invalid] + headers + parameters + body + examples)
      .compactMap(\.self)
  }

  init(of contract: Contract, in catalogue: ErrorCatalogue) {
    self.contract = contract
    self.catalogue = catalogue
  }

  /// The names of the errors.
  private var names: [String] {
    let visible = contract.refusals.flatMap(\.names)
    let listed = contract.errors.map(\.name).filter { !visible.contains($0) }
    return (hidden.flatMap(\.names) + listed).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Any of them, as a refusal, for an answer with this status; `nil` where none has it.
  func refusal(with status: Int) -> Refusal? {
    let names = names.filter { name in
      (catalogue[name]?.statuses ?? .range(400...599)).contains(status)
    }
    let bare = hidden.filter { $0.names.isEmpty && $0.statuses?.contains(status) == true }
    guard
      let first = hidden.first(where: { !$0.names.filter(names.contains).isEmpty })
        ?? bare.first ?? (names.isEmpty ? nil : .error(names[0]))
    else { return nil }
    var refusal = first
    refusal.names = names
    refusal.statuses = names.isEmpty ? .anyOf([status]) : nil
    refusal.allowsEmptyBody = (hidden + contract.refusals).contains(where: \.allowsEmptyBody)
    refusal.headers = []
    refusal.fieldName = nil
    if let clause = contract.errorListClause { (refusal.refused, refusal.named) = (clause, clause) }
    return refusal
  }
}
