/// A text in JSV: JSON's structure with CSV's quotes.
///
/// `{A:1,B:[x,"y,z"]}` is a map with a text and a list. Scalars are texts without a type; white space
/// is part of them. A scalar without quotes ends at a comma or at the bracket that closes what holds
/// it, so that only quotes, commas and brackets must stand in quotes, in which a quote is doubled:
/// `{At:2021-03-05T11:11:13Z}` holds a date. Names end at a colon.
public struct JSVDocument: Sendable {
  /// The bytes of the text.
  public let bytes: [UInt8]

  let entries: [Entry]

  /// One value or key; containers are followed by what is inside them.
  ///
  /// A text may have as many entries as bytes, so that they are kept small.
  struct Entry: Sendable {
    private let start: UInt32
    private var end: UInt32
    private var following: UInt32

    init(_ range: Range<Int>, next: Int) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
      following = UInt32(truncatingIfNeeded: next)
    }

    var range: Range<Int> { Int(start)..<Int(end) }

    /// The index of the entry after this one and all that is inside it.
    var next: Int { Int(following) }
  }

  /// Reads a text in UTF-8; the limits of depth and size are those of JSON.
  ///
  /// Reading takes at most fourteen times the size of the text.
  public init(
    parsing bytes: [UInt8],
    limits: JSONLimits = .default
  ) throws(JSVSyntaxError) {
    var reader = JSVReader(bytes, depthLimit: limits.effectiveDepth)
    do throws(JSVReader.Failure) {
      let most = min(limits.bytes, Int(UInt32.max) - 8)
      guard bytes.count <= most else {
        throw JSVReader.Failure(reason: .tooLarge(limit: most), offset: 0)
      }
      try reader.read()
    } catch {
      var index = SourceIndex(bytes)
      throw JSVSyntaxError(error.reason, at: index.position(ofByte: error.offset))
    }
    self.bytes = bytes
    entries = reader.entries
  }

  /// The outermost value.
  public var root: JSVNode {
    JSVNode(document: self, index: 0)
  }

  /// The line and column of a byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var index = SourceIndex(bytes)
    return index.position(ofByte: offset)
  }
}
