/// One header or trailer field line, as it was on the wire: order, case and repeats are kept.
public struct Field: Sendable, Hashable {
  /// The name.
  public var name: String

  /// The value without the white space around it; bytes that are not UTF-8 are read as Latin-1.
  public var value: String

  /// Creates a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Sequence<Field> {
  /// The values of all fields of this name, which is compared without regard to ASCII case.
  public func values(of name: String) -> [String] {
    compactMap { $0.isNamed(name) ? $0.value : nil }
  }
}

extension Field {
  /// Whether its name is this one without regard to ASCII case; it is asked for every field of every
  /// message, several times.
  fileprivate func isNamed(_ other: String) -> Bool {
    func folded(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return name.utf8.count == other.utf8.count
      && name.utf8.elementsEqual(other.utf8) { folded($0) == folded($1) }
  }
}
