import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares the properties of objects.
  func compareObjects(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    guard a.types.contains(.object), b.types.contains(.object) else { return }
    for property in a.properties {
      if let other = b.property(property.name) {
        compare(property, other, a, b, context)
      } else {
        compareRemoved(property, a, b, context)
      }
    }
    for property in b.properties where a.property(property.name) == nil {
      compareAdded(property, a, b, context)
    }
    compareUndeclaredNames(a, b, context)
    compareAdditional(a, b, context)
    comparePatternProperties(a, b, context)
    if let from = a.propertyNames, let to = b.propertyNames {
      inner(from.term, to.term, context.inside("(names)"))
    } else if a.propertyNames != nil || b.propertyNames != nil {
      emit(
        .changed(
          .propertyNames,
          from: a.propertyNames?.node.value.text(),
          to: b.propertyNames?.node.value.text()
        ),
        level(a.propertyNames == nil ? .narrowed : .widened, context),
        (a.propertyNames?.node, b.propertyNames?.node),
        context
      )
    }
    compareDependencies(a, b, context)
  }

  /// Whether nobody sends a property in this direction.
  private func isHidden(_ shape: SchemaShape, _ context: Context) -> Bool {
    context.direction == .sent ? shape.readOnly != nil : shape.writeOnly != nil
  }

  private func compare(
    _ property: SchemaShape.Property,
    _ other: SchemaShape.Property,
    _ a: SchemaShape,
    _ b: SchemaShape,
    _ context: Context
  ) {
    let context = context.inside(property.name)
    let from = old.shape(of: property.term)
    let to = new.shape(of: other.term)
    let wasHidden = isHidden(from, context)
    let isHidden = isHidden(to, context)
    if wasHidden, isHidden {
      compareAnnotations(from, to, context)
      return
    }
    let wasRequired = a.requiredNames.contains(property.name)
    let isRequired = b.requiredNames.contains(property.name)
    if wasHidden != isHidden {
      let aspect = context.direction == .sent ? Difference.Aspect.readOnly : .writeOnly
      let found: ChangeLevel =
        isHidden
        ? (context.direction == .received && wasRequired ? .breaking : .dangerous)
        : (context.direction == .sent && isRequired ? .breaking : .harmless)
      emit(
        .changed(aspect, from: "\(wasHidden)", to: "\(isHidden)"),
        found,
        (property.node, other.node),
        context
      )
      if isHidden { return }
    } else if wasRequired != isRequired {
      let node = isRequired ? nil : a.required.first { $0.name == property.name }?.node
      let place = isRequired ? b.required.first { $0.name == property.name }?.node : other.node
      var found = level(isRequired ? .narrowed : .widened, context)
      // With a default the server may fill in what is missing.
      if found == .breaking, isRequired, to.defaultValue != nil { found = .dangerous }
      emit(
        isRequired ? .becameRequired : .becameOptional,
        found,
        (node, place),
        context
      )
    }
    inner(property.term, other.term, context)
  }

  private func compareRemoved(
    _ property: SchemaShape.Property,
    _ a: SchemaShape,
    _ b: SchemaShape,
    _ context: Context
  ) {
    let shape = old.shape(of: property.term)
    guard !shape.isNever else { return }
    let isHidden = isHidden(shape, context)
    let wasRequired = a.requiredNames.contains(property.name)
    let isRequired = b.requiredNames.contains(property.name)
    if let pattern = b.patternProperties.first(where: { Self.matches(property.name, $0.name) }) {
      inner(property.term, pattern.term, context.inside(property.name))
      if wasRequired, !isRequired, context.direction == .received {
        emit(.becameOptional, .breaking, (property.node, b.node), context.inside(property.name))
      }
      return
    }
    if case .schema(let term, _) = b.additional, !isHidden {
      inner(property.term, term, context.inside(property.name))
    }
    var found: ChangeLevel
    switch context.direction {
    case .sent:
      found = .dangerous
      if case .closed = b.additional { found = context.isHarmless ? .harmless : .breaking }
    case .received:
      found = wasRequired && !isRequired ? level(.widened, context) : .dangerous
    }
    let retirement = policy.retirement(deprecated: shape.deprecated, shape.sunset, shape.stability)
    if isHidden || retirement.isFair { found = .harmless }
    if case .before = retirement { found = .breaking }
    emit(
      .removed(wasRequired ? .requiredProperty : .property, property.name, retirement),
      found,
      (property.node, nil),
      context
    )
  }

  private func compareAdded(
    _ property: SchemaShape.Property,
    _ a: SchemaShape,
    _ b: SchemaShape,
    _ context: Context
  ) {
    let shape = new.shape(of: property.term)
    guard !shape.isNever else { return }
    let isHidden = isHidden(shape, context)
    let isRequired =
      b.requiredNames.contains(property.name) && !a.requiredNames.contains(property.name)
    if let pattern = a.patternProperties.first(where: { Self.matches(property.name, $0.name) }) {
      inner(pattern.term, property.term, context.inside(property.name))
    } else if case .schema(let term, _) = a.additional, !isHidden {
      inner(term, property.term, context.inside(property.name))
    }
    var found = ChangeLevel.harmless
    if context.direction == .sent, isRequired, !isHidden {
      found = level(.narrowed, context)
      if found == .breaking, shape.defaultValue != nil { found = .dangerous }
    }
    if context.direction == .received, !isHidden, case .closed = a.additional {
      // Clients that hold answers to the closed schema refuse them.
      found = context.isHarmless ? .harmless : .dangerous
    }
    let thing: Difference.Thing =
      !isRequired
      ? .property : shape.defaultValue == nil ? .requiredProperty : .requiredPropertyWithDefault
    emit(.added(thing, property.name), found, (nil, property.node), context)
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    (try? Pattern(pattern))?.matches(in: name) == .matches
  }

  /// Names that are required and that no schema declares.
  private func compareUndeclaredNames(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    for (name, node) in b.required
    where !a.requiredNames.contains(name) && b.property(name) == nil {
      emit(.becameRequired, level(.narrowed, context), (nil, node), context.inside(name))
    }
    for (name, node) in a.required
    where !b.requiredNames.contains(name) && a.property(name) == nil && b.property(name) == nil {
      emit(.becameOptional, level(.widened, context), (node, nil), context.inside(name))
    }
  }

  private func compareAdditional(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    switch (a.additional, b.additional) {
    case (.unsaid, .unsaid), (.closed, .closed): break
    case (.schema(let from, _), .schema(let to, _)): inner(from, to, context.inside("*"))
    case (.unsaid, .closed(let node)), (.unsaid, .schema(_, let node)):
      emit(
        .changed(.additionalProperties, from: nil, to: node.value.text()),
        level(.narrowed, context),
        (nil, node),
        context
      )
    case (.closed(let node), .unsaid), (.schema(_, let node), .unsaid):
      let found = level(.widened, context)
      emit(
        .changed(.additionalProperties, from: node.value.text(), to: nil),
        min(found, .dangerous),
        (node, b.node),
        context
      )
    case (.closed(let from), .schema(_, let to)):
      emit(
        .changed(.additionalProperties, from: from.value.text(), to: to.value.text()),
        level(.widened, context),
        (from, to),
        context
      )
    case (.schema(_, let from), .closed(let to)):
      emit(
        .changed(.additionalProperties, from: from.value.text(), to: to.value.text()),
        level(.narrowed, context),
        (from, to),
        context
      )
    }
  }

  private func comparePatternProperties(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    for property in a.patternProperties {
      if let other = b.patternProperties.first(where: { $0.name == property.name }) {
        inner(property.term, other.term, context.inside("{\(property.name)}"))
      } else {
        emit(
          .removed(.patternProperty, property.name),
          level(.widened, context),
          (property.node, nil),
          context
        )
      }
    }
    for property in b.patternProperties
    where !a.patternProperties.contains(where: { $0.name == property.name }) {
      emit(
        .added(.patternProperty, property.name),
        level(.narrowed, context),
        (nil, property.node),
        context
      )
    }
  }

  private func compareDependencies(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    func text(_ needs: [String]) -> String { needs.sorted().joined(separator: ", ") }
    for entry in a.dependentRequired {
      let other = b.dependentRequired.first { $0.name == entry.name }
      guard Set(entry.needs) != Set(other?.needs ?? []) else { continue }
      let needs = Set(other?.needs ?? [])
      let variance: Variance =
        needs.isSubset(of: entry.needs)
        ? .widened : needs.isSuperset(of: entry.needs) ? .narrowed : .both
      emit(
        .changed(
          .dependentRequired,
          from: "\(entry.name): \(text(entry.needs))",
          to: other.map { "\($0.name): \(text($0.needs))" }
        ),
        level(variance, context),
        (entry.node, other?.node),
        context
      )
    }
    for entry in b.dependentRequired
    where !entry.needs.isEmpty && !a.dependentRequired.contains(where: { $0.name == entry.name }) {
      emit(
        .changed(.dependentRequired, from: nil, to: "\(entry.name): \(text(entry.needs))"),
        level(.narrowed, context),
        (nil, entry.node),
        context
      )
    }
  }
}
