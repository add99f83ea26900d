/// A JSON Pointer (RFC 6901): the way from a value to a value inside it.
public struct JSONPointer: Sendable, Hashable, Comparable {
  /// The reference tokens, unescaped.
  public var tokens: [String]

  /// The pointer to the whole value.
  public static let root = JSONPointer(tokens: [])

  /// Creates a pointer from unescaped reference tokens.
  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Reads the text form, such as `/contacts/0/name`; nil if it is not a JSON Pointer.
  ///
  /// The text is empty or begins with `/`, and `~` stands only in `~0` and `~1` (section 3).
  public init?(parsing text: String) {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    // A slash before a combining mark is a slash all the same.
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      guard let token = JSONPointer.unescaped(Substring(part)) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// Whether the pointer leads to the whole value.
  public var isRoot: Bool {
    tokens.isEmpty
  }

  /// The pointer one step up; nil at the root.
  public var parent: JSONPointer? {
    isRoot ? nil : JSONPointer(tokens: Array(tokens.dropLast()))
  }

  /// The pointer to a member of the value to which this one leads.
  public func appending(_ key: String) -> JSONPointer {
    JSONPointer(tokens: tokens + [key])
  }

  /// The pointer to an element of the array to which this one leads.
  public func appending(_ index: Int) -> JSONPointer {
    JSONPointer(tokens: tokens + [String(index)])
  }

  /// The pointer that continues this one with another.
  public func appending(_ pointer: JSONPointer) -> JSONPointer {
    JSONPointer(tokens: tokens + pointer.tokens)
  }

  /// Whether the place is this one's place or lies inside it.
  public func contains(_ other: JSONPointer) -> Bool {
    other.tokens.starts(with: tokens) { $0.isIdentical(to: $1) }
  }

  /// Whether two pointers have the same tokens, scalar by scalar.
  public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.elementsEqual(right.tokens) { $0.isIdentical(to: $1) }
  }

  /// Orders pointers token by token, by their Unicode scalars.
  public static func < (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.lexicographicallyPrecedes(right.tokens) { left, right in
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
  }

  /// The array index that a token denotes: digits without leading zeros (section 4).
  package static func arrayIndex(_ token: String) -> Int? {
    let digits = token.utf8
    guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    guard first != 0x30 || digits.count == 1 else { return nil }
    return Int(token)
  }

  /// The text of a token in a pointer: `~` becomes `~0` and `/` becomes `~1` (section 3).
  package static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return token }
    var text = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ part: Substring) -> String? {
    guard part.utf8.contains(0x7E) else { return String(part) }
    var text = ""
    var isEscape = false
    for scalar in part.unicodeScalars {
      switch (isEscape, scalar) {
      case (true, "0"): text += "~"
      case (true, "1"): text += "/"
      case (true, _): return nil
      case (false, "~"): break
      case (false, _): text.unicodeScalars.append(scalar)
      }
      isEscape = !isEscape && scalar == "~"
    }
    return isEscape ? nil : text
  }
}

extension JSONPointer: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The text form, such as `/contacts/0/name`.
  public var description: String {
    tokens.map { "/" + JSONPointer.escaped($0) }.joined()
  }

  /// Creates a pointer from its text form.
  ///
  /// A literal that is not a JSON Pointer is read as one unescaped token.
  public init(stringLiteral value: String) {
    self = JSONPointer(parsing: value) ?? JSONPointer(tokens: [value])
  }
}
