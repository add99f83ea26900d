import AccordModel

/// What a promise is about: the first part of its identifier, such as `header`.
struct PromiseKind: Hashable {
  /// The name.
  let name: String

  /// The kind of a promise.
  init(of clause: RunRecord.Clause.ID) {
    name = String(clause.prefix { $0 != "/" })
  }

  /// The kind of an error name.
  static let error = PromiseKind(of: "error")

  /// The usual kinds, in the order of a request and its answer.
  private static let usual = [
    "route", "version", "header", "parameter", "body", "negotiation", "response", "error",
    "example", "relation",
  ].map(PromiseKind.init(of:))

  /// The kinds that occur: the usual ones in their order, and then the others.
  static func kinds(of suites: [RunRecord.Suite]) -> [PromiseKind] {
    var seen: Set<PromiseKind> = []
    var others: [PromiseKind] = []
    func note(_ kind: PromiseKind) {
      guard seen.insert(kind).inserted, !usual.contains(kind) else { return }
      others.append(kind)
    }
    for suite in suites {
      for result in suite.cases { result.kinds.forEach(note) }
      if !suite.notProvoked.isEmpty { note(error) }
    }
    return usual.filter(seen.contains) + others
  }
}
