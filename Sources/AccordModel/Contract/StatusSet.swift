public import HTTPTypes

/// The status codes that a promise allows (RFC 9110 section 15).
public enum StatusSet: Sendable, Hashable, CustomStringConvertible {
  /// Any of these, in the order declared.
  case anyOf([Int])

  /// Any in this range.
  case range(ClosedRange<Int>)

  /// One status.
  public static func exactly(_ status: HTTPResponse.Status) -> StatusSet { .anyOf([status.code]) }

  /// Any success, `2xx` (RFC 9110 section 15.3).
  public static let successful = StatusSet.range(200...299)

  /// Any redirection, `3xx` (RFC 9110 section 15.4).
  public static let redirection = StatusSet.range(300...399)

  /// Any error of the client, `4xx` (RFC 9110 section 15.5).
  public static let clientError = StatusSet.range(400...499)

  /// Any error of the server, `5xx` (RFC 9110 section 15.6).
  public static let serverError = StatusSet.range(500...599)

  /// Any status of a final answer.
  public static let any = StatusSet.range(200...599)

  /// Whether it allows this status.
  public func contains(_ status: Int) -> Bool {
    switch self {
    case .anyOf(let codes): codes.contains(status)
    case .range(let range): range.contains(status)
    }
  }

  /// Whether it names this status; a range names none.
  package func lists(_ status: Int) -> Bool {
    guard case .anyOf(let codes) = self else { return false }
    return codes.contains(status)
  }

  /// All statuses, in order.
  package var all: [Int] {
    switch self {
    case .anyOf(let codes): codes
    case .range(let range): Array(range)
    }
  }

  /// How many statuses it allows: one that is listed says more than a class, and that more than any.
  package var breadth: Int {
    switch self {
    case .anyOf: 1
    case .range(let range): range.count
    }
  }

  /// The status to answer with when one has to be chosen.
  package var first: Int {
    switch self {
    case .anyOf(let codes): codes.first ?? 500
    case .range(let range): range.lowerBound
    }
  }

  /// The statuses in words, such as `400`, `400 or 404`, `400 to 499`.
  public var description: String {
    switch self {
    case .anyOf(let codes): codes.map(String.init).joined(separator: " or ")
    case .range where self == .any: "any status"
    case .range(let range): "\(range.lowerBound) to \(range.upperBound)"
    }
  }
}
