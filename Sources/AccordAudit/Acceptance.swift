public import AccordSchema

/// Mutants that may survive, each with the reason.
///
/// ```json
/// {"accepted": [{"mutant": "shop/orders.list/header-missing/…", "reason": "No proxy stands before it."}]}
/// ```
public struct Acceptance: Sendable, Hashable {
  /// Why a text is no list of accepted mutants.
  public enum Problem: Error, Sendable, Hashable {
    /// It is no object with the member `accepted`, a list.
    case noList
    /// An item has no mutant or no reason, or an empty one; with its place.
    case incomplete(Int)
    /// Two items name the same mutant.
    case doubled(String)
  }

  /// The reasons by the identifiers of mutants.
  public var reasons: [String: String] = [:]
  /// The identifiers, in the order of the file.
  public var ids: [String] = []

  /// Nothing is accepted.
  public init() {}

  /// Reads a list.
  ///
  /// Throws ``Problem`` for what is no list of mutants with reasons.
  public init(_ value: JSON) throws(Problem) {
    guard let items = value[JSONPointer(tokens: ["accepted"])]?.elements else {
      throw .noList
    }
    for (index, item) in items.enumerated() {
      guard let id = item[JSONPointer(tokens: ["mutant"])]?.string, !id.isEmpty,
        let reason = item[JSONPointer(tokens: ["reason"])]?.string, !reason.isEmpty
      else { throw .incomplete(index) }
      guard reasons.updateValue(reason, forKey: id) == nil else { throw .doubled(id) }
      ids.append(id)
    }
  }
}

extension Acceptance.Problem: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .noList:
      """
      expected an object with the member "accepted", a list, found none. Write \
      {"accepted": [{"mutant": "ID", "reason": "why it may survive"}]}.
      """
    case .incomplete(let index):
      """
      expected at /accepted/\(index) a mutant and a reason, both strings that are not empty. Give the \
      identifier that the report shows, and say why it may survive.
      """
    case .doubled(let id): "\"\(id)\" is accepted twice. Keep one of the two."
    }
  }
}
