import AccordModel

/// Writes what promises rest on: assumptions that many of them have stand under names.
final class SwiftBases {
  private static let known: [(name: String, assumption: ImportAssumption)] = [
    ("wrongRequest", .wrongRequest), ("noErrorListed", .refusalStatus([])),
    ("madeUpValues", .madeUpValues), ("unknownIdentifier", .unknownIdentifier),
    ("errorNotListed", .errorNotListed),
  ]

  private var used: Set<String> = []

  /// The type that holds those with names.
  static let type = "Assumptions"

  /// The basis of a promise; `nil` where it is stated, as is usual.
  func expression(_ basis: Basis) -> SwiftExpression? {
    switch basis {
    case .stated: return nil
    case .statedBy(let page):
      return .call(".statedBy", SwiftContract.page(page))
    case .assumption(let reason):
      guard let (name, _) = Self.known.first(where: { $0.assumption.reason == reason }) else {
        return .call(".assumption", .text(reason))
      }
      used.insert(name)
      return .token("\(Self.type).\(name)")
    }
  }

  /// The declarations of those that were written.
  var declarations: [(name: String, value: SwiftExpression)] {
    Self.known.filter { used.contains($0.name) }.map { name, assumption in
      (name, .call("Basis.assumption", .text(assumption.reason)))
    }
  }
}
