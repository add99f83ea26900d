import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares the items of lists.
  func compareLists(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    guard a.types.contains(.array), b.types.contains(.array) else { return }
    for index in 0..<max(a.prefixItems.count, b.prefixItems.count) {
      let from = index < a.prefixItems.count ? a.prefixItems[index] : a.items
      let to = index < b.prefixItems.count ? b.prefixItems[index] : b.items
      switch (from, to) {
      case (let from?, let to?): inner(from.term, to.term, context.inside("\(index)"))
      case (nil, let to?):
        emit(.added(.prefixItems, "\(index)"), level(.narrowed, context), (nil, to.node), context)
      case (let from?, nil):
        emit(
          .removed(.prefixItems, "\(index)"),
          level(.widened, context),
          (from.node, nil),
          context
        )
      case (nil, nil): break
      }
    }
    switch (a.items, b.items) {
    case (let from?, let to?): inner(from.term, to.term, context.inside("*"))
    case (nil, nil): break
    case (let from, let to):
      // A list whose items are all said one by one says little of those behind them.
      emit(
        .changed(.items, from: from?.node.value.text(), to: to?.node.value.text()),
        level(from == nil ? .narrowed : .widened, context),
        (from?.node, to?.node),
        context
      )
    }
    if (a.uniqueItems == nil) != (b.uniqueItems == nil) {
      emit(
        .changed(
          .uniqueItems,
          from: a.uniqueItems.map { _ in "true" },
          to: b.uniqueItems.map { _ in "true" }
        ),
        level(a.uniqueItems == nil ? .narrowed : .widened, context),
        (a.uniqueItems ?? a.node, b.uniqueItems ?? b.node),
        context
      )
    }
    compareContains(a, b, context)
  }

  private func compareContains(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    switch (a.contains, b.contains) {
    case (nil, nil): break
    case (let from?, let to?):
      let change = variance(from.term, to.term, context)
      if case .widened = change, contains(from.term, to.term, context) == .yes { break }
      let isBounded = a.limits[.maxContains] != nil || b.limits[.maxContains] != nil
      emit(
        .changed(.contains, from: from.node.value.text(), to: to.node.value.text()),
        level(isBounded ? .undecided : change, context),
        (from.node, to.node),
        context
      )
    case (let from, let to):
      emit(
        .changed(.contains, from: from?.node.value.text(), to: to?.node.value.text()),
        level(from == nil ? .narrowed : .widened, context),
        (from?.node, to?.node),
        context
      )
    }
  }

  /// Compares what is only compared as a whole.
  func compareOpaque(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    compareNot(a, b, context)
    let aspects: [Difference.Aspect] = [
      .condition, .dependentSchema, .unevaluatedProperties, .unevaluatedItems, .contentEncoding,
      .contentMediaType, .contentSchema,
    ]
    for aspect in aspects {
      let from = a.opaque.filter { $0.aspect == aspect }.map(\.node)
      let to = b.opaque.filter { $0.aspect == aspect }.map(\.node)
      guard !isSame(from, to) else { continue }
      let isOfBytes = aspect == .contentEncoding || aspect == .contentMediaType
      let variance: Variance =
        isOfBytes
        ? .both : from.isEmpty ? .narrowed : to.isEmpty ? .widened : .undecided
      emit(
        .changed(
          aspect,
          from: from.first.map { $0.text ?? $0.value.text() },
          to: to.first.map { $0.text ?? $0.value.text() }
        ),
        level(variance, context),
        (from.first ?? a.node, to.first ?? b.node),
        context
      )
    }
  }

  private func isSame(_ from: [DescriptionNode], _ to: [DescriptionNode]) -> Bool {
    guard from.count == to.count else { return false }
    return zip(from, to).allSatisfy { one, other in
      guard one.pointer.tokens.last == other.pointer.tokens.last || one.text != nil else {
        return false
      }
      return one.value.isEquivalent(to: other.value)
    }
  }

  private func compareNot(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    // What is excluded more is allowed less.
    let gone = a.not.filter { one in
      !b.not.contains { isIn(one.term, $0.term, context) == .yes }
    }
    let come = b.not.filter { one in
      !a.not.contains { contains($0.term, one.term, context) == .yes }
    }
    guard !gone.isEmpty || !come.isEmpty else { return }
    let isKnown = a.not.isEmpty || b.not.isEmpty
    let variance: Variance =
      gone.isEmpty
      ? .narrowed : come.isEmpty ? .widened : isKnown ? .both : .undecided
    emit(
      .changed(.not, from: gone.first?.node.value.text(), to: come.first?.node.value.text()),
      level(variance, context),
      (gone.first?.node ?? a.node, come.first?.node ?? b.node),
      context
    )
  }
}
