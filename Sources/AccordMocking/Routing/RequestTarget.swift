import AccordSchema

/// A request target taken apart (RFC 3986 sections 3.3 and 3.4).
public struct RequestTarget: Sendable, Hashable {
  /// The path, still percent-encoded.
  public var path: String

  /// The query parameters in order, decoded.
  public var query: [NamedText]

  /// The query, still percent-encoded; empty where there is none.
  let encodedQuery: String

  /// Takes a target apart.
  public init(_ target: String) {
    let mark = target.firstIndex(of: "?")
    encodedQuery = mark.map { String(target[target.index(after: $0)...]) } ?? ""
    path = String(target[..<(mark ?? target.endIndex)])
    query = FormFields.parse(encodedQuery.utf8)
  }

  /// The first value of a query parameter.
  public func value(of name: String, ignoringCase: Bool = false) -> String? {
    query.first(where: { $0.isNamed(name, ignoringCase: ignoringCase) })?.value
  }
}
