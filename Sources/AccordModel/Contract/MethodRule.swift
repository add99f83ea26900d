public import HTTPTypes

/// The methods that a route answers (RFC 9110 section 9).
public enum MethodRule: Sendable, Hashable {
  /// These and no other.
  case only([HTTPRequest.Method])

  /// Every method; `probed` are those that cases try, because no suite can try them all.
  case all(probed: [HTTPRequest.Method])

  /// The methods that cases try.
  public var probed: [HTTPRequest.Method] {
    switch self {
    case .only(let methods): methods
    case .all(let probed): probed
    }
  }

  /// Whether the route answers this method.
  public func allows(_ method: HTTPRequest.Method) -> Bool {
    switch self {
    case .only(let methods): methods.contains(method)
    case .all: true
    }
  }
}
