/// An attribute of an element in an XML document.
public struct XMLAttribute: Sendable, Hashable {
  /// The expanded name; an attribute without a prefix is in no namespace.
  public var name: XMLName

  /// The prefix as it was written; nil if there was none.
  public var prefix: String?

  /// The value, normalised as section 3.3.3 says.
  public var value: String

  /// The bytes of the attribute in the document as it was given.
  public var byteRange: Range<Int>
}
