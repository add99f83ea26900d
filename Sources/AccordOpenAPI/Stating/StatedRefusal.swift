public import AccordModel

/// What wrong requests get, where a document says that they are refused, and not with which status.
///
/// ```swift
/// let suite = try imported.suite.stating([
///   StatedRefusal("*/parameter/*/invalid", .anyOf([422])),
///   StatedRefusal("list-orders/parameter/limit/invalid", nil),
///   StatedRefusal("*/parameter/*/unknown", errors: ["NoSuchOrder"]),
/// ])
/// ```
public struct StatedRefusal: Sendable, Hashable {
  /// Which refusals: the contract and the place, such as `get-order/parameter/orderId/unknown`; `*` stands
  /// for any text.
  public var pattern: String

  /// The statuses that are right; `nil` is that such requests are not refused.
  ///
  /// Where errors are named they say it.
  public var statuses: StatusSet?

  /// The errors that are right, any of them, by their names in the error catalogue of the suite; empty where
  /// the status alone tells.
  public var errors: [String]

  /// Creates a statement about a status.
  public init(_ pattern: String, _ statuses: StatusSet?) {
    self.pattern = pattern
    self.statuses = statuses
    errors = []
  }

  /// Creates a statement about errors, whose statuses the error catalogue has; at least one.
  public init(_ pattern: String, errors: [String]) {
    self.pattern = pattern
    statuses = nil
    self.errors = errors
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

  /// The numbers of those that name one refusal, and of those that fit several.
  private var exact: [String: [Int]] = [:]
  private var open: [(number: Int, pattern: NamePattern)] = []

  init(_ refusals: [StatedRefusal]) {
    self.refusals = refusals
    used = refusals.map { _ in false }
    for (number, refusal) in refusals.enumerated() {
      if refusal.pattern.contains("*") {
        open.append((number, NamePattern(refusal.pattern)))
      } else {
        exact[refusal.pattern, default: []].append(number)
      }
    }
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
    let fitting = (exact[name] ?? []) + open.filter { $0.pattern.fits(name) }.map(\.number)
    for number in fitting { used[number] = true }
    guard let number = fitting.max() else { return }
    let last = refusals[number]
    guard last.statuses != nil || !last.errors.isEmpty else {
      refusal = nil
      return
    }
    let condition = stated.refused.sentence
    stated.statuses = last.statuses
    stated.names = last.errors
    // An error that has a name shows it.
    if !last.errors.isEmpty { stated.allowsEmptyBody = false }
    stated.refused.basis = .stated
    stated.named.basis = .stated
    let end = " is refused."
    if condition.hasSuffix(end) {
      stated = stated.belonging(to: place, when: String(condition.dropLast(end.count)))
    }
    refusal = stated
  }
}
