/// The bounds within which a JSON text is read.
public struct JSONLimits: Sendable, Hashable {
  /// How many arrays and objects may be open at once.
  ///
  /// Values above 2,048 have the effect of 2,048: a ``JSON`` value is a tree, which takes stack
  /// when it is released.
  public var depth: Int

  /// The largest size of a text in bytes; four gigabytes is the most.
  ///
  /// Reading takes at most seventeen times the size of the text, which one object of short names
  /// needs; eleven times for lists of digits, and two to six times for most texts. Making a ``JSON``
  /// value of a list of digits takes twice that.
  public var bytes: Int

  /// How many notices are kept; the last one says that there were more.
  public var notices: Int

  /// 512 levels, 256 megabytes, 100 notices.
  public static let `default` = JSONLimits()

  /// Creates limits.
  public init(depth: Int = 512, bytes: Int = 1 << 28, notices: Int = 100) {
    self.depth = depth
    self.bytes = bytes
    self.notices = notices
  }
}

extension JSONLimits {
  /// The depth that is kept, whatever was asked for.
  var effectiveDepth: Int {
    min(max(depth, 0), 2048)
  }
}
