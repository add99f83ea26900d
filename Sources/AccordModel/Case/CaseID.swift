/// The stable identifier of a case, such as
/// `shop/books.add/v2/header-missing/x-api-key`.
///
/// Identifiers are API: they stand in reports, filters and baselines. Lower case, digits, dots,
/// hyphens and slashes, whatever the parts were made of.
public struct CaseID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The identifier as text.
  public let description: String

  /// Joins parts by slashes; each is made lower case, and other characters become hyphens.
  public init(_ parts: [String]) {
    description = parts.map(Self.slug).filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// Reads an identifier as it was written.
  public init(_ text: String) { description = text }

  /// Compares by text, byte by byte.
  public static func < (left: CaseID, right: CaseID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func slug(_ text: String) -> String {
    // Most parts are so already.
    guard !text.utf8.allSatisfy(isKept) || text.utf8.last == UInt8(ascii: "-") else { return text }
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".", "-", "/", "+": result.unicodeScalars.append(scalar)
      default: if !result.isEmpty, !result.hasSuffix("-") { result.append("-") }
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  /// Whether a byte stands for itself in an identifier.
  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
