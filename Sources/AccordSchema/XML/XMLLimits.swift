/// The bounds within which an XML document is read.
public struct XMLLimits: Sendable, Hashable {
  /// How many elements may be open at once.
  public var depth: Int

  /// The largest number of attributes of one element, namespace declarations included.
  public var attributes: Int

  /// The longest name in bytes; 65,535 is the most.
  public var nameLength: Int

  /// How many namespace declarations may be in scope at once.
  public var namespaces: Int

  /// The largest size of a document in bytes; about two gigabytes is the most.
  ///
  /// Reading takes at most twenty-eight times the size of the document, which empty elements with a
  /// character between them need, and far less for most documents.
  public var bytes: Int

  /// 512 levels, 1,000 attributes, names of 1,000 bytes, 256 namespaces, 256 megabytes.
  public static let `default` = XMLLimits()

  /// Creates limits.
  public init(
    depth: Int = 512,
    attributes: Int = 1000,
    nameLength: Int = 1000,
    namespaces: Int = 256,
    bytes: Int = 1 << 28
  ) {
    self.depth = depth
    self.attributes = attributes
    self.nameLength = nameLength
    self.namespaces = namespaces
    self.bytes = bytes
  }
}
