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
    let name = name.lowercased()
    return filter { $0.name.lowercased() == name }.map(\.value)
  }
}
