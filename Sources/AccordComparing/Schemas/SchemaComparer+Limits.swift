import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares the limits of numbers, lengths and counts.
  func compareLimits(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    for name in SchemaShape.LimitName.allCases {
      // A limit of values that there are none of says nothing.
      let isIdle = a.types.isDisjoint(with: name.types) || b.types.isDisjoint(with: name.types)
      if name == .maxContains || name == .minContains {
        guard a.contains != nil, b.contains != nil else { continue }
      }
      let from = a.limits[name]
      let to = b.limits[name]
      let usual = name.usual.map { JSONNumber($0) }
      guard let values = Self.values(from, to, usual) else { continue }
      let isNarrower = Self.isNarrower(from, to, usual, isUpper: name.isUpper)
      var found = isIdle ? .harmless : level(isNarrower ? .narrowed : .widened, context)
      // A limit that was not said may have been held all the same.
      if values.from == nil, found == .breaking { found = .dangerous }
      let isExclusive = to?.isExclusive ?? from?.isExclusive ?? false
      emit(
        .limit(
          (isExclusive ? "exclusive-" : "") + name.rawValue,
          from: values.from,
          to: values.to,
          isUpper: name.isUpper
        ),
        found,
        (from?.node ?? a.node, to?.node ?? b.node),
        context
      )
    }
  }

  /// The two limits as text; nil if they are the same.
  private static func values(
    _ from: SchemaShape.Limit?,
    _ to: SchemaShape.Limit?,
    _ usual: JSONNumber?
  ) -> (from: String?, to: String?)? {
    let old = from?.value ?? usual
    let new = to?.value ?? usual
    let isSame = old == new && (from?.isExclusive ?? false) == (to?.isExclusive ?? false)
    return isSame ? nil : (old?.text, new?.text)
  }

  private static func isNarrower(
    _ from: SchemaShape.Limit?,
    _ to: SchemaShape.Limit?,
    _ usual: JSONNumber?,
    isUpper: Bool
  ) -> Bool {
    guard let new = to?.value ?? usual else { return false }
    guard let old = from?.value ?? usual else { return true }
    if old == new { return to?.isExclusive ?? false }
    return isUpper ? new < old : new > old
  }

  /// Compares patterns, formats and multiples.
  func compareText(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    comparePatterns(a, b, context)
    compareFormats(a, b, context)
    let from = a.multiples.map(\.value)
    let to = b.multiples.map(\.value)
    guard Set(from) != Set(to) else { return }
    let isNarrower = from.allSatisfy { old in to.contains { $0.isMultiple(of: old) } }
    let isWider = to.allSatisfy { new in from.contains { $0.isMultiple(of: new) } }
    emit(
      .changed(.multipleOf, from: from.first?.text, to: to.first?.text),
      level(isNarrower ? .narrowed : isWider ? .widened : .both, context),
      (a.multiples.first?.node ?? a.node, b.multiples.first?.node ?? b.node),
      context
    )
  }

  private func comparePatterns(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    let from = a.patterns.map(\.text)
    let to = b.patterns.map(\.text)
    guard Set(from) != Set(to) else { return }
    let variance: Variance =
      Set(from).isSubset(of: to)
      ? .narrowed : Set(to).isSubset(of: from) ? .widened : .undecided
    emit(
      .changed(
        .pattern,
        from: from.isEmpty ? nil : from.joined(separator: " and "),
        to: to.isEmpty ? nil : to.joined(separator: " and ")
      ),
      level(variance, context),
      (a.patterns.first?.node ?? a.node, b.patterns.first?.node ?? b.node),
      context
    )
  }

  /// Compares formats: one that is said or no longer said may have been held before or be held still.
  private func compareFormats(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    let from = a.formats.map(\.text)
    let to = b.formats.map(\.text)
    guard Set(from) != Set(to) else { return }
    let variance: Variance
    if from.isEmpty || to.isEmpty {
      let isNarrower = from.isEmpty
      let isGood = isNarrower == (context.direction == .received)
      variance = isGood ? (isNarrower ? .narrowed : .widened) : .undecided
    } else {
      let isIn = to.allSatisfy { from.contains($0) || SchemaFormats.isInside(from, $0) == .yes }
      let contains = from.allSatisfy { to.contains($0) || SchemaFormats.isInside(to, $0) == .yes }
      variance = isIn ? .widened : contains ? .narrowed : .both
    }
    emit(
      .changed(.format, from: from.first, to: to.first),
      level(variance, context),
      (a.formats.first?.node ?? a.node, b.formats.first?.node ?? b.node),
      context
    )
  }
}
