import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares lists of alternatives; returns whether the keywords beside them are to be compared too.
  func compareAlternatives(
    _ a: SchemaShape,
    _ b: SchemaShape,
    _ terms: (old: SchemaTerm, new: SchemaTerm),
    _ context: inout Context
  ) -> Bool {
    let forth = isIn(terms.old, terms.new, context)
    let back = contains(terms.old, terms.new, context)
    let isGood = (context.direction == .sent ? forth : back) == .yes
    let isOneOf = !a.oneOf.isEmpty || !b.oneOf.isEmpty
    // Both are the same set of values, written in another way.
    if forth == .yes, back == .yes, a.anyOf.count != b.anyOf.count || a.oneOf.count != b.oneOf.count
    {
      let isGone = a.anyOf.count + a.oneOf.count > b.anyOf.count + b.oneOf.count
      let lists = isGone ? a.anyOf + a.oneOf : b.anyOf + b.oneOf
      let count = "\(lists.first?.terms.count ?? 0) schemas"
      let thing: Difference.Thing = isOneOf ? .oneOf : .anyOf
      emit(
        isGone ? .removed(thing, count) : .added(thing, count),
        .harmless,
        (lists.first?.node ?? a.node, isGone ? b.node : lists.first?.node ?? b.node),
        context
      )
      return false
    }
    let from = isOneOf ? a.oneOf : a.anyOf
    let to = isOneOf ? b.oneOf : b.anyOf
    let isSimple = a.anyOf.count + a.oneOf.count <= 1 && b.anyOf.count + b.oneOf.count <= 1
    guard isSimple, let one = from.first, let other = to.first else {
      let thing: Difference.Thing = isOneOf ? .oneOf : .anyOf
      let change: Difference =
        isSimple && from.isEmpty
        ? .added(thing, "\(to[0].terms.count) schemas")
        : isSimple && to.isEmpty
          ? .removed(thing, "\(from[0].terms.count) schemas")
          : .undecided(thing.rawValue)
      emit(
        change,
        level(Variance(isIn: forth, contains: back), context),
        (from.first?.node ?? a.node, to.first?.node ?? b.node),
        context
      )
      return false
    }
    // Whether the whole breaks nobody is decided: what is inside is told without alarm.
    if isGood { context.isHarmless = true }
    compare(one, other, terms, isOneOf ? .oneOf : .anyOf, context)
    return true
  }

  private func compare(
    _ from: SchemaShape.Alternatives,
    _ to: SchemaShape.Alternatives,
    _ terms: (old: SchemaTerm, new: SchemaTerm),
    _ thing: Difference.Thing,
    _ context: Context
  ) {
    var gone = from.terms
    var come = to.terms
    func pair(_ isPair: (DescriptionNode, DescriptionNode) -> Bool) {
      var rest: [(term: SchemaTerm, node: DescriptionNode)] = []
      for one in gone {
        guard let place = come.firstIndex(where: { isPair(one.node, $0.node) }) else {
          rest.append(one)
          continue
        }
        inner(one.term, come[place].term, context)
        come.remove(at: place)
      }
      gone = rest
    }
    pairAlike(&gone, &come, context)
    // Each is held to each: not where there are very many.
    if gone.count * come.count <= 400 {
      pair { one, other in
        isIn(SchemaTerm(one), SchemaTerm(other), context) == .yes
          && contains(SchemaTerm(one), SchemaTerm(other), context) == .yes
      }
    }
    // One that is left on either side, of one type, is the same one changed.
    if gone.count == 1, come.count == 1,
      old.shape(of: gone[0].term).types == new.shape(of: come[0].term).types,
      Self.name(of: gone[0].node) == nil, Self.name(of: come[0].node) == nil
    {
      pair { _, _ in true }
    }
    for (term, node) in gone {
      let found: ChangeLevel =
        switch isIn(term, terms.new, context) {
        case .yes: .harmless
        case .no: level(.narrowed, context)
        case .unknown: context.direction == .sent ? level(.undecided, context) : .harmless
        }
      emit(.removed(thing, Self.words(of: node)), found, (node, nil), context)
    }
    for (term, node) in come {
      let found: ChangeLevel =
        switch contains(terms.old, term, context) {
        case .yes: .harmless
        case .no: level(.widened, context)
        case .unknown: context.direction == .received ? level(.undecided, context) : .harmless
        }
      emit(.added(thing, Self.words(of: node)), found, (nil, node), context)
    }
  }

  /// Pairs the alternatives that have one name, one text, or one title.
  private func pairAlike(
    _ gone: inout [(term: SchemaTerm, node: DescriptionNode)],
    _ come: inout [(term: SchemaTerm, node: DescriptionNode)],
    _ context: Context
  ) {
    for key in [{ Self.name(of: $0) }, { Self.text(of: $0) }, { $0["title"]?.text }]
      as [(DescriptionNode) -> String?]
    {
      var places: [String: Int] = [:]
      for (place, entry) in come.enumerated() {
        if let key = key(entry.node), places[key] == nil { places[key] = place }
      }
      var taken: Set<Int> = []
      gone = gone.filter { one in
        guard let key = key(one.node), let place = places[key], taken.insert(place).inserted else {
          return true
        }
        inner(one.term, come[place].term, context)
        return false
      }
      come = come.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
  }

  private static func text(of node: DescriptionNode) -> String? {
    node.reference == nil ? node.value.text() : nil
  }

  /// The name of the schema to which a reference leads.
  private static func name(of node: DescriptionNode) -> String? {
    node.reference.flatMap { $0.split(separator: "/").last.map(String.init) }
  }

  private static func words(of node: DescriptionNode) -> String {
    name(of: node) ?? node["title"]?.text ?? node.value.text()
  }
}
