/// An expanded name (Namespaces in XML 1.0, section 2.1): a namespace and a local name.
///
/// The prefix is no part of it.
public struct XMLName: Sendable, Hashable {
  /// The name of the namespace; nil if the name is in none.
  public var namespace: String?

  /// The part of the name that follows the prefix.
  public var local: String

  /// Creates a name.
  public init(namespace: String? = nil, local: String) {
    self.namespace = namespace
    self.local = local
  }

  /// Whether both parts consist of the same Unicode scalars.
  public static func == (left: XMLName, right: XMLName) -> Bool {
    guard left.local.isIdentical(to: right.local) else { return false }
    switch (left.namespace, right.namespace) {
    case (nil, nil): return true
    case (let left?, let right?): return left.isIdentical(to: right)
    default: return false
    }
  }
}

extension XMLName: CustomStringConvertible, ExpressibleByStringLiteral {
  /// Creates a name that is in no namespace.
  public init(stringLiteral value: String) {
    self.init(local: value)
  }

  /// The name in Clark's notation: `{http://example.com/}local`.
  public var description: String {
    namespace.map { "{\($0)}\(local)" } ?? local
  }
}

extension XMLName {
  /// The namespace of the prefix `xml`.
  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// The namespace of the attributes that declare namespaces.
  public static let xmlnsNamespace = "http://www.w3.org/2000/xmlns/"
}
