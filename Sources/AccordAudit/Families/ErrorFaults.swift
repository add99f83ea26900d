import AccordMocking
import AccordModel
import AccordSchema

/// Another error than the one that is deserved, or one that is not shown where errors are.
struct ErrorFaults: OperatorFamily {
  let name = "errors"
  let operators = [
    "error-for-success", "another-error", "undeclared-error", "error-name-missing",
    "error-name-case", "error-name-elsewhere", "error-message-missing",
  ]

  /// The errors of the contract that requests can bring about.
  static func provoked(
    _ audited: AuditedContract
  ) -> [(clause: ErrorClause, entry: ErrorCatalogue.Entry)] {
    audited.contract.errors.compactMap { error in
      if case .impossible = error.provocation { return nil }
      return audited.suite.errors[error.name].map { (error, $0) }
    }
  }

  /// The answer of the mock that shows an error, to a request that is otherwise right.
  private static func asking(_ name: String, _ request: MockRequest) -> MockRequest {
    var request = request
    request.setField(Mock.errorField, name)
    return request
  }

  func mutants(of audited: AuditedContract) -> [Mutant] {
    let errors = Self.provoked(audited)
    return unasked(audited, errors.map(\.entry))
      + errors.flatMap { confused(audited, $0.clause, $0.entry, errors.map(\.entry)) }
      + errors.flatMap { hidden(audited, $0.clause, $0.entry) }
  }

  /// A right request is refused.
  private func unasked(
    _ audited: AuditedContract,
    _ errors: [ErrorCatalogue.Entry]
  ) -> [Mutant] {
    guard let error = errors.first, let clause = audited.contract.responses.first?.clause else {
      return []
    }
    return audited.scopes.map { scope in
      audited.mutant(
        self,
        "error-for-success",
        error.name,
        breaking: clause,
        in: scope,
        "\(audited.words) refuses right requests with \(error.name)",
        concerning: { _, view in view.isResponse },
        .exchange { turn in
          let answer = await turn.main(turn.request)
          guard turn.view(answer).isResponse else { return answer }
          return await turn.other(Self.asking(error.name, turn.request))
        }
      )
    }
  }

  /// Another error of the contract, and one that it does not declare.
  private func confused(
    _ audited: AuditedContract,
    _ clause: ErrorClause,
    _ entry: ErrorCatalogue.Entry,
    _ errors: [ErrorCatalogue.Entry]
  ) -> [Mutant] {
    let declared = audited.contract.errors.map(\.name)
    let named = audited.contract.refusals.first { $0.names.contains(entry.name) }?.named
    let undeclared = audited.suite.errors.entries.first { other in
      !declared.contains(other.name) && !other.aliases.contains(where: declared.contains)
    }
    // One with the same status can only be told by its name.
    let others = errors.filter { $0.name != entry.name && $0.code.map { $0 != entry.code } ?? true }
    let like = others.first { $0.statuses == entry.statuses } ?? others.first
    return [("another-error", like), ("undeclared-error", undeclared)].compactMap { name, other in
      guard let other else { return nil }
      let words = name == "another-error" ? other.name : "\(other.name), which it does not list,"
      return audited.mutant(
        self,
        name,
        "\(entry.name)/\(other.name)",
        breaking: named ?? clause.clause,
        "\(audited.words) answers \(words) in the place of \(entry.name)",
        concerning: { _, view in view.isError(entry.name) },
        .exchange { turn in
          let answer = await turn.main(turn.request)
          guard turn.view(answer).isError(entry.name) else { return answer }
          return await turn.other(Self.asking(other.name, turn.request))
        }
      )
    }
  }

  /// What shows the error is not where it has to be.
  private func hidden(
    _ audited: AuditedContract,
    _ clause: ErrorClause,
    _ entry: ErrorCatalogue.Entry
  ) -> [Mutant] {
    let errors = audited.suite.errors
    var mutants: [Mutant] = []
    func add(_ name: String, _ clause: Clause, _ sentence: String, _ edit: @escaping Edit) {
      mutants.append(
        audited.mutant(
          self,
          name,
          entry.name,
          breaking: clause,
          "\(audited.words) \(sentence)",
          .answer { answer, view in
            if view.isError(entry.name) { edit(&answer, view) }
          }
        )
      )
    }
    if !errors.places.isEmpty {
      add("error-name-missing", clause.clause, "refuses without showing \(entry.name)") {
        answer,
        view in
        Self.editNames(&answer, view) { _, _ in nil }
      }
      if entry.name != entry.name.uppercased(), entry.code == nil {
        add("error-name-case", clause.clause, "writes \(entry.name) in capitals") { answer, view in
          Self.editNames(&answer, view) { value, _ in
            value.string.map { .string($0.uppercased()) }
          }
        }
      }
      add("error-name-elsewhere", clause.clause, "shows \(entry.name) in another member") {
        answer,
        view in
        Self.move(&answer, view)
      }
    }
    if let pointer = errors.message {
      add("error-message-missing", errors.messageClause, "says \(entry.name) without a message") {
        answer,
        view in
        Self.edit(&answer, view) { $0.replacing(.string(""), at: pointer) }
      }
    }
    return mutants
  }

  private typealias Edit = @Sendable (inout MockAnswer, AnswerView) -> Void

  /// Changes the content of an error as what it follows.
  private static func edit(
    _ answer: inout MockAnswer,
    _ view: AnswerView,
    _ change: (JSON) -> JSON?
  ) {
    let own = view.occasion.contract.responses.first?.schema
    for schema in (view.suite.errors.schemas.prefix(1) + [own].compactMap(\.self) + [.any]) {
      let before = answer.body
      answer.edit(as: schema, in: view.suite, change)
      if answer.body != before { return }
    }
  }

  /// Changes the name at every place that shows it; `nil` takes it away.
  private static func editNames(
    _ answer: inout MockAnswer,
    _ view: AnswerView,
    _ change: (JSON, JSONPointer) -> JSON?
  ) {
    for place in view.suite.errors.places {
      if case .header(let name) = place {
        let value = answer.fields.values(of: name).first.flatMap { change(.string($0), .root) }
        answer.removeField(name)
        if let text = value?.string { answer.fields.append(Field(name, text)) }
      }
    }
    edit(&answer, view) { value in
      pointers(view.suite.errors.places, in: value).reduce(value) { value, pointer in
        guard let found = value[pointer] else { return value }
        let changed = change(found, pointer)
        return changed.flatMap { value.replacing($0, at: pointer) }
          ?? (changed == nil ? value.removing(at: pointer) : nil) ?? value
      }
    }
  }

  /// The name stands in a member of another name.
  private static func move(_ answer: inout MockAnswer, _ view: AnswerView) {
    edit(&answer, view) { value in
      pointers(view.suite.errors.places, in: value).reduce(value) { value, pointer in
        guard let found = value[pointer], let parent = pointer.parent,
          let name = pointer.tokens.last, let without = value.removing(at: pointer),
          let members = without[parent]?.members
        else { return value }
        let moved = JSON.object(members + [JSONMember("x-\(name)", found)])
        return without.replacing(moved, at: parent) ?? value
      }
    }
  }

  /// Where a value shows an error.
  private static func pointers(_ places: [ErrorCatalogue.Place], in value: JSON) -> [JSONPointer] {
    places.flatMap { place -> [JSONPointer] in
      switch place {
      case .name(let pointer), .code(let pointer, _), .type(let pointer, _): [pointer]
      case .listedName(let list, let member):
        (value[list]?.elements ?? []).indices.map { list.appending($0).appending(member) }
      case .element(let names): [JSONPointer(tokens: names)]
      case .header, .ownPlace: []
      }
    }.filter { value[$0] != nil }
  }
}
