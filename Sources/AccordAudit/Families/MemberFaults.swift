import AccordMocking
import AccordModel
import AccordSchema

/// Members of answers that are missing or wrong by their schema.
struct MemberFaults: OperatorFamily {
  let name = "members"
  let operators = [
    "member-left-out", "member-null", "member-type", "member-unlisted", "member-out-of-range",
    "member-text", "member-extra", "list-length", "member-of-last-item", "member-composition",
    "reading",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    var mutants: [Mutant] = []
    for rule in distinct(audited.rights.map(\.rule)) {
      guard let schema = rule.schema else { continue }
      mutants += members(audited, rule, schema)
      mutants += readings(audited, rule, schema)
    }
    return mutants + errors(audited)
  }

  /// What a counterexample does to every value at its path.
  private struct Fault: Sendable {
    var path: ValuePath
    var change: Counterexample.Change
    var onlyLast = false

    func applied(to value: JSON) -> JSON? {
      var isAdding = false
      if case .added = change { isAdding = true }
      var places = path.pointers(in: value, adding: isAdding)
      if onlyLast { places = Array(places.suffix(1)) }
      return places.reversed().reduce(value) { value, pointer in
        switch change {
        case .replaced(let new): value.replacing(new, at: pointer) ?? value
        case .removed: value.removing(at: pointer) ?? value
        case .added(let new):
          pointer.parent.flatMap { parent in
            switch value[parent] {
            case .object(let members):
              value.replacing(
                .object(members + [JSONMember(pointer.tokens.last ?? "", new)]),
                at: parent
              )
            case .array(let items): value.replacing(.array(items + [new]), at: parent)
            default: nil
            }
          } ?? value
        }
      }
    }

    var words: String {
      switch change {
      case .removed: "leaves out \(path)"
      case .added: "has \(path), which is not declared"
      case .replaced(let value):
        "has \(MemberFaults.excerpt(value)) at \(path.tokens.isEmpty ? "the root" : path.description)"
      }
    }
  }

  static func excerpt(_ value: JSON) -> String {
    let text = String(decoding: value.bytes(), as: UTF8.self)
    return text.count > 40 ? "\(text.prefix(40))…" : text
  }

  private func members(
    _ audited: AuditedContract,
    _ rule: ResponseRule,
    _ schema: Schema
  ) -> [Mutant] {
    let sample =
      audited.rights.lazy.filter { $0.rule == rule }
      .compactMap { $0.answer.value(as: schema, in: audited.suite) }.first ?? schema.sample()
    guard let sample else { return [] }
    var mutants: [Mutant] = []
    var narrowed: Set<String> = []
    for example in schema.counterexamples(of: sample) + Self.complete(schema, beside: sample) {
      let fault = Fault(path: ValuePath(example.pointer, in: sample), change: example.change)
      let name = Self.operatorName(example)
      let isFirst = narrowed.insert(name).inserted
      mutants += Self.mutants(
        self,
        audited,
        name,
        fault,
        schema,
        rule.clause.id,
        breaking: rule.contentClause,
        in: isFirst ? audited.scopes : [Scope(audited.contract.id)]
      ) { $0.isResponse(rule) }
      if fault.path.tokens.contains("*"), narrowed.insert("last \(name)").inserted {
        var last = fault
        last.onlyLast = true
        mutants += Self.mutants(
          self,
          audited,
          "member-of-last-item",
          last,
          schema,
          "\(rule.clause.id)/\(name)",
          breaking: rule.contentClause,
          in: [Scope(audited.contract.id)]
        ) { $0.isResponse(rule) }
      }
    }
    return mutants
  }

  /// Changes to members that the answer at hand lacks and a sample has.
  private static func complete(_ schema: Schema, beside value: JSON) -> [Counterexample] {
    guard let sample = schema.sample() else { return [] }
    return schema.counterexamples(of: sample).filter { example in
      example.change != .removed && value[example.pointer] == nil
        && sample[example.pointer] != nil
    }
  }

  private static func mutants(
    _ family: some OperatorFamily,
    _ audited: AuditedContract,
    _ name: String,
    _ fault: Fault,
    _ schema: Schema,
    _ place: String,
    breaking clause: Clause,
    in scopes: [Scope],
    _ isMeant: @escaping @Sendable (AnswerView) -> Bool
  ) -> [Mutant] {
    guard let validator = try? SchemaValidator(schema) else { return [] }
    let detail =
      switch fault.change {
      case .removed: "removed"
      case .added: "added"
      case .replaced(let value): excerpt(value)
      }
    return scopes.map { scope in
      audited.mutant(
        family,
        name,
        "\(place)\(fault.path)/\(detail)",
        breaking: clause,
        in: scope,
        "the answer to \(audited.words) \(fault.words)\(fault.onlyLast ? " in the last item" : "")",
        .answer { answer, view in
          guard isMeant(view) else { return }
          var other = answer
          other.edit(as: schema, in: view.suite) { value in
            guard let changed = fault.applied(to: value), !validator.admits(changed) else {
              return nil
            }
            return changed
          }
          // In some formats what is written cannot be told from what is right.
          let isStructured = AnswerView.format(of: other, in: view.suite)?.syntax == .json
          guard
            isStructured || other.value(as: schema, in: view.suite).map(validator.admits) != true
          else { return }
          answer = other
        }
      )
    }
  }

  private static func operatorName(_ example: Counterexample) -> String {
    switch example.keyword {
    case "required", "dependentRequired", "minProperties": "member-left-out"
    case "type": example.change == .replaced(.null) ? "member-null" : "member-type"
    case "enum", "const": "member-unlisted"
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
      "member-out-of-range"
    case "additionalProperties", "unevaluatedProperties", "propertyNames", "maxProperties":
      "member-extra"
    case "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "items",
      "unevaluatedItems":
      "list-length"
    case "minLength", "maxLength", "pattern", "format": "member-text"
    default: "member-composition"
    }
  }

  /// What a closer reading of the content says.
  private func readings(
    _ audited: AuditedContract,
    _ rule: ResponseRule,
    _ schema: Schema
  ) -> [Mutant] {
    rule.readings.flatMap { reading -> [Mutant] in
      let values = audited.rights.filter { $0.rule == rule }
        .compactMap { $0.answer.value(as: schema, in: audited.suite) }
      guard let value = values.first(where: { !reading.schema.counterexamples(of: $0).isEmpty })
      else { return [] }
      return reading.schema.counterexamples(of: value).prefix(3).flatMap { example -> [Mutant] in
        let fault = Fault(path: ValuePath(example.pointer, in: value), change: example.change)
        guard let validator = try? SchemaValidator(reading.schema) else { return [] }
        let condition = reading.condition.flatMap { try? SchemaValidator($0) }
        return [
          audited.mutant(
            self,
            "reading",
            "\(reading.name)\(fault.path)/\(Self.excerpt(Self.value(of: example)))",
            breaking: reading.clause,
            "the answer to \(audited.words) \(fault.words)",
            .answer { answer, view in
              guard view.isResponse(rule) else { return }
              answer.edit(as: schema, in: view.suite) { value in
                guard let changed = fault.applied(to: value), !validator.admits(changed),
                  condition?.admits(changed) ?? true
                else { return nil }
                return changed
              }
            }
          )
        ]
      }
    }
  }

  private static func value(of example: Counterexample) -> JSON {
    switch example.change {
    case .replaced(let value), .added(let value): value
    case .removed: .string("removed")
    }
  }

  /// What an error has besides its name.
  private func errors(_ audited: AuditedContract) -> [Mutant] {
    let errors = audited.suite.errors
    guard let schema = errors.schemas.first, !ErrorFaults.provoked(audited).isEmpty,
      let sample = schema.sample()
    else { return [] }
    let shown = Set(
      errors.places.compactMap { place -> JSONPointer? in
        switch place {
        case .name(let pointer), .code(let pointer, _), .type(let pointer, _): pointer
        case .listedName(let list, _): list
        case .element(let names): JSONPointer(tokens: names)
        case .header, .ownPlace: nil
        }
      }
    )
    let validators = errors.schemas.compactMap { try? SchemaValidator($0) }
    return schema.counterexamples(of: sample).flatMap { example -> [Mutant] in
      guard !shown.contains(where: { example.pointer.contains($0) }) else { return [] }
      let fault = Fault(path: ValuePath(example.pointer, in: sample), change: example.change)
      // What any of the schemas of errors allows is no fault.
      guard let changed = fault.applied(to: sample),
        !validators.contains(where: { $0.admits(changed) })
      else { return [] }
      let part = errors.parts.last { $0.pointer.contains(example.pointer) }
      return Self.mutants(
        self,
        audited,
        Self.operatorName(example),
        fault,
        schema,
        "error",
        breaking: part?.clause ?? errors.bodyClause,
        in: [Scope(audited.contract.id)]
      ) { view in
        if case .error = view.kind { true } else { false }
      }
    }
  }
}
