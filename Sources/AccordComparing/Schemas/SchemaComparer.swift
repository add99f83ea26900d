import AccordOpenAPI
import AccordSchema

/// Compares schemas of two descriptions, place by place.
///
/// What is inside of one another is kept in a list instead of on the stack, and each pair is compared once.
final class SchemaComparer {
  /// What is known of a pair of schemas besides them.
  struct Context: Hashable {
    var direction: Direction
    var subject: ChangeSubject
    /// Whether the media type is one of XML.
    var isXML = false
    /// Whether every scalar is a text, as in parameters and headers.
    var isText = false
    /// Whether it is known that nothing in it can break, because the whole was decided.
    var isHarmless = false
    /// Whether the operation was never promised to stay as it is.
    var isUnstable = false

    func inside(_ name: String) -> Context {
      var inner = self
      inner.subject = subject.inside(name)
      return inner
    }
  }

  /// What is the same for pairs that are compared once.
  private struct Key: Hashable {
    var old: SchemaTerm
    var new: SchemaTerm
    var direction: Direction
    var prefix: String
    var flags: [Bool]
  }

  /// A pair that is still to be compared.
  private struct Pending {
    var old: SchemaTerm
    var new: SchemaTerm
    var context: Context
    var unit: Int
  }

  let old: SchemaReader
  let new: SchemaReader
  let policy: ComparisonPolicy
  let collector: ChangeCollector
  private let json = Subsumption(isText: false)
  private let text = Subsumption(isText: true)
  private var units: [Key: Int] = [:]
  private var pending: [Pending] = []
  private var unit = 0

  init(
    _ old: SchemaReader,
    _ new: SchemaReader,
    _ policy: ComparisonPolicy,
    _ collector: ChangeCollector
  ) {
    self.old = old
    self.new = new
    self.policy = policy
    self.collector = collector
  }

  /// Compares two schemas and all that is inside of them.
  func compare(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) {
    let outer = enqueue(old, new, context)
    collector.use(outer, by: context.subject.operation)
    while let next = pending.popLast() {
      unit = next.unit
      collector.enter(next.unit)
      let count = pending.count
      compare(self.old.shape(of: next.old), self.new.shape(of: next.new), next)
      // What was found first is looked at first.
      pending[count...].reverse()
    }
    unit = 0
    collector.enter(0)
  }

  /// Compares two schemas later, as part of what is compared now.
  func inner(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) {
    collector.link(enqueue(old, new, context), in: unit)
  }

  private func enqueue(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) -> Int {
    let key = Key(
      old: old,
      new: new,
      direction: context.direction,
      prefix: context.subject.prefix,
      flags: [context.isXML, context.isText, context.isHarmless, context.isUnstable]
    )
    if let unit = units[key] { return unit }
    let unit = collector.makeUnit()
    units[key] = unit
    pending.append(Pending(old: old, new: new, context: context, unit: unit))
    return unit
  }

  private func compare(_ a: SchemaShape, _ b: SchemaShape, _ pair: Pending) {
    var context = pair.context
    guard compareUnread(a, b, context) else { return }
    if a.isNever || b.isNever {
      guard a.isNever != b.isNever else { return }
      emit(
        .types(.changed, from: a.isNever ? "none" : "any", to: b.isNever ? "none" : "any"),
        level(b.isNever ? .narrowed : .widened, context),
        (a.node, b.node),
        context
      )
      return
    }
    if a.isComposite || b.isComposite {
      guard compareAlternatives(a, b, (pair.old, pair.new), &context) else {
        compareAnnotations(a, b, context)
        return
      }
    }
    if a.allOfCount != b.allOfCount {
      // What it says is told keyword by keyword.
      let count = "\(max(a.allOfCount, b.allOfCount))"
      emit(
        a.allOfCount < b.allOfCount ? .added(.allOf, count) : .removed(.allOf, count),
        .harmless,
        (a.node, b.node),
        context
      )
    }
    if compareTypes(a, b, context) {
      compareValues(a, b, context)
      compareLimits(a, b, context)
      compareText(a, b, context)
      compareObjects(a, b, context)
      compareLists(a, b, context)
      compareOpaque(a, b, context)
    }
    compareAnnotations(a, b, context)
  }

  // MARK: What is found

  /// What a difference does to the set of values.
  enum Variance {
    case narrowed, widened, both, undecided

    init(isIn: Decision, contains: Decision) {
      switch (isIn, contains) {
      case (.yes, _): self = .widened
      case (_, .yes): self = .narrowed
      case (.unknown, _), (_, .unknown): self = .undecided
      case (.no, .no): self = .both
      }
    }
  }

  /// What a difference of values means for those who send or get them.
  func level(_ variance: Variance, _ context: Context) -> ChangeLevel {
    if context.isHarmless { return .harmless }
    switch variance {
    case .both: return .breaking
    case .undecided: return .dangerous
    case .narrowed: return context.direction == .sent ? .breaking : .harmless
    case .widened: return context.direction == .sent ? .harmless : .breaking
    }
  }

  /// Reports a difference at the later of two nodes that is there.
  func emit(
    _ difference: Difference,
    _ level: ChangeLevel,
    _ nodes: (old: DescriptionNode?, new: DescriptionNode?),
    _ context: Context
  ) {
    guard let place = place(of: nodes) else { return }
    let level = context.isUnstable ? min(level, .harmless) : level
    collector.add(Change(difference, level, at: place, of: context.subject, context.direction))
  }

  /// The place of the later of two nodes that is there.
  func place(of nodes: (old: DescriptionNode?, new: DescriptionNode?)) -> Change.Place? {
    if let node = nodes.new { return new.place(of: node) }
    return nodes.old.map { old.place(of: $0) }
  }

  /// Whether all values of the old schema are of the new one.
  func isIn(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) -> Decision {
    (context.isText ? text : json).holds(
      Subsumption.Sided(old, self.old),
      in: Subsumption.Sided(new, self.new)
    )
  }

  /// Whether all values of the new schema are of the old one.
  func contains(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) -> Decision {
    (context.isText ? text : json).holds(
      Subsumption.Sided(new, self.new),
      in: Subsumption.Sided(old, self.old)
    )
  }

  /// What has happened to the values, as far as it can be decided.
  func variance(_ old: SchemaTerm, _ new: SchemaTerm, _ context: Context) -> Variance {
    Variance(isIn: isIn(old, new, context), contains: contains(old, new, context))
  }

  private func compareUnread(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) -> Bool {
    guard !a.unread.isEmpty || !b.unread.isEmpty else { return true }
    let isSame = a.unread.map(\.reason) == b.unread.map(\.reason)
    if !isSame {
      let found = b.unread.first ?? a.unread.first
      emit(
        .unread(found?.reason ?? ""),
        .dangerous,
        (a.unread.first?.node, b.unread.first?.node),
        context
      )
    }
    return isSame
  }
}
