import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares types; returns whether some are in both, so that more can be compared.
  func compareTypes(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) -> Bool {
    let nodes = (a.typeNode ?? a.node, b.typeNode ?? b.node)
    let from = a.types
    let to = b.types
    guard from != to else { return true }
    let words = (a.statesTypes ? from.words : "any", b.statesTypes ? to.words : "any")
    func emit(_ change: Difference.TypeChange, _ variance: Variance) {
      self.emit(
        .types(change, from: words.0, to: words.1),
        level(variance, context),
        nodes,
        context
      )
    }
    if from.subtracting(.null) == to.subtracting(.null) {
      let gains = to.contains(.null)
      // A text has no null: what a parameter of that type admits more is nothing.
      emit(gains ? .becameNullable : .becameNotNullable, gains ? .widened : .narrowed)
      return true
    }
    if context.isText || context.isXML {
      let wideFrom = Self.texts(a)
      let wideTo = Self.texts(b)
      if wideFrom != from || wideTo != to {
        if wideTo.isSuperset(of: from), wideFrom.isSuperset(of: to) {
          // Every text was right, and is.
          self.emit(
            .types(from.count > to.count ? .narrowed : .compatible, from: words.0, to: words.1),
            .harmless,
            nodes,
            context
          )
          return true
        }
        if wideTo.isSuperset(of: from) {
          emit(context.isText ? .generalized : .compatible, .widened)
          return false
        }
        if wideFrom.isSuperset(of: to) {
          emit(.specialized, .narrowed)
          return false
        }
      }
    }
    let isList = from.count > 1 || to.count > 1
    if to.isSuperset(of: from) {
      emit(isList ? .widened : .generalized, .widened)
    } else if from.isSuperset(of: to) {
      emit(isList ? .narrowed : .specialized, .narrowed)
    } else {
      emit(.changed, .both)
    }
    return !from.isDisjoint(with: to)
  }

  /// The types whose values are written as a text that is allowed.
  private static func texts(_ shape: SchemaShape) -> TypeSet {
    guard shape.types.contains(.string), shape.patterns.isEmpty, shape.formats.isEmpty,
      shape.limits.isEmpty, shape.values == nil
    else { return shape.types }
    return shape.types.union(.scalars)
  }

  /// Compares the values that are listed.
  func compareValues(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    let nodes = (a.valuesNode ?? a.node, b.valuesNode ?? b.node)
    compareExtensibleValues(a, b, context)
    switch (a.values, b.values) {
    case (nil, nil): return
    case (nil, let values?):
      // A boolean is one of two values anyway.
      let left = b.types.union(a.types).subtracting([.boolean, .null])
      let isWhole =
        left.isEmpty && values.contains(.boolean(true)) && values.contains(.boolean(false))
      emit(
        .becameEnum(values.prefix(20).map { $0.text() }),
        isWhole ? .harmless : level(.narrowed, context),
        nodes,
        context
      )
    case (_?, nil): emit(.isNoEnum, level(.widened, context), nodes, context)
    case (let from?, let to?):
      let gone = Self.values(of: from, butOf: to, context)
      let come = Self.values(of: to, butOf: from, context)
      if a.isConst, b.isConst, let one = gone.first, let other = come.first {
        emit(
          .changed(.const, from: one.text(), to: other.text()),
          level(.both, context),
          nodes,
          context
        )
        return
      }
      for value in gone {
        emit(.valueRemoved(value.text()), level(.narrowed, context), nodes, context)
      }
      for value in come {
        emit(.valueAdded(value.text()), level(.widened, context), nodes, context)
      }
    }
  }

  /// The values of a list that another one does not have; null is told of types.
  private static func values(of list: [JSON], butOf other: [JSON], _ context: Context) -> [JSON] {
    let known = Set(other)
    let texts = context.isText ? Set(other.compactMap(\.scalarText)) : []
    let whole = other.filter { $0.members != nil || $0.elements != nil }
    return list.filter { value in
      if value.isNull || known.contains(value) { return false }
      if let text = value.scalarText, texts.contains(text) { return false }
      return !whole.contains { $0.isEquivalent(to: value) }
    }
  }

  /// The values that a request may have, to which more may come.
  private func compareExtensibleValues(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    guard let from = a.extensible, let to = b.extensible else { return }
    for value in from.values where !to.values.contains(value) {
      emit(.extensibleValueRemoved(value), level(.narrowed, context), (from.node, to.node), context)
    }
  }
}
