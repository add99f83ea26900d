public import AccordModel

/// What wrong requests get, where a document says that they are refused, and not with which status.
///
/// ```swift
/// let suite = try imported.suite.stating([
///   StatedRefusal("*/parameter/*/invalid", .anyOf([422])),
///   StatedRefusal("list-orders/parameter/limit/invalid", nil),
/// ])
/// ```
public struct StatedRefusal: Sendable, Hashable {
  /// Which refusals: the contract and the place, such as `get-order/parameter/orderId/unknown`; `*` stands
  /// for any text.
  public var pattern: String

  /// The statuses that are right; `nil` is that such requests are not refused.
  public var statuses: StatusSet?

  /// Creates a statement.
  public init(_ pattern: String, _ statuses: StatusSet?) {
    self.pattern = pattern
    self.statuses = statuses
  }

  /// A pattern that no refusal of a suite fits.
  public struct Unmatched: Error, Sendable, Hashable {
    /// The pattern.
    public let pattern: String
    /// The places of all refusals, as patterns name them.
    public let known: [String]
  }
}

extension ContractSuite {
  /// The suite with what is known of refusals: they are promises then, and no assumptions.
  ///
  /// Where several patterns fit a refusal, the last of them counts.
  ///
  /// - Throws: ``StatedRefusal/Unmatched`` for the first pattern that no refusal fits.
  public func stating(
    _ refusals: [StatedRefusal]
  ) throws(StatedRefusal.Unmatched) -> ContractSuite {
    var stating = Stating(refusals)
    var suite = self
    for index in suite.contracts.indices { stating.state(in: &suite.contracts[index]) }
    if let number = stating.used.firstIndex(of: false) {
      throw StatedRefusal.Unmatched(pattern: refusals[number].pattern, known: stating.known)
    }
    return suite
  }
}

/// States refusals of contracts.
private struct Stating {
  let refusals: [StatedRefusal]
  var used: [Bool]
  var known: [String] = []

  init(_ refusals: [StatedRefusal]) {
    self.refusals = refusals
    used = refusals.map { _ in false }
  }

  mutating func state(in contract: inout Contract) {
    let id = contract.id
    for index in contract.parameters.indices {
      state(&contract.parameters[index].missing, of: id)
      state(&contract.parameters[index].invalid, of: id)
      state(&contract.parameters[index].unknown, of: id)
    }
    if var body = contract.body {
      state(&body.malformed, of: id)
      state(&body.unsupported, of: id)
      state(&body.incomplete, of: id)
      state(&body.invalid, of: id)
      contract.body = body
    }
    if var rule = contract.credential {
      state(&rule.missing, of: id)
      state(&rule.invalid, of: id)
      contract.credential = rule
    }
  }

  private mutating func state(_ refusal: inout Refusal?, of contract: Contract.ID) {
    guard var stated = refusal, stated.refused.id.hasSuffix("/refused") else { return }
    let place = String(stated.refused.id.dropLast("/refused".count))
    let name = "\(contract)/\(place)"
    known.append(name)
    var statuses: StatusSet?? = nil
    for (number, entry) in refusals.enumerated() where Self.fits(name[...], entry.pattern[...]) {
      used[number] = true
      statuses = .some(entry.statuses)
    }
    guard let statuses else { return }
    guard let statuses else {
      refusal = nil
      return
    }
    let condition = stated.refused.sentence
    stated.statuses = statuses
    stated.refused.basis = .stated
    stated.named.basis = .stated
    let end = " is refused."
    if condition.hasSuffix(end) {
      stated = stated.belonging(to: place, when: String(condition.dropLast(end.count)))
    }
    refusal = stated
  }

  /// Whether a name fits a pattern, in which `*` stands for any text.
  private static func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return name == pattern
    }
    guard name.hasPrefix(first), name.count >= first.count + last.count, name.hasSuffix(last) else {
      return false
    }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
