import AccordModel
public import AccordSchema

extension RunRecord {
  /// The content of a message, of which the beginning is kept if it is long, and what is around the
  /// places of violations.
  public struct Content: Sendable, Hashable {
    /// How much of content is kept.
    package enum Extent: Sendable, Hashable {
      /// At most 65,536 bytes, and what is around the places of violations.
      case beginning
      /// All of it.
      case whole
    }

    /// A part of the content beyond what is kept of its beginning.
    public struct Passage: Sendable, Hashable {
      /// Where it begins.
      public package(set) var start: SourcePosition
      /// Its bytes.
      public package(set) var bytes: [UInt8]

      /// Creates a passage.
      package init(start: SourcePosition, bytes: [UInt8]) {
        self.start = start
        self.bytes = bytes
      }

      /// The offsets of its bytes in the content.
      public var range: Range<Int> { start.byte..<start.byte + bytes.count }
    }

    /// The most bytes of a beginning.
    package static let limit = 65_536

    /// The bytes that are kept of the beginning: all there were, if it is not cut.
    public package(set) var bytes: [UInt8]
    /// How many there were.
    public package(set) var length: Int
    /// The SHA-256 digest of all there were, in hexadecimal digits; of content that is cut.
    public package(set) var digest: String?
    /// What is kept beyond the beginning, in the order of the content.
    public package(set) var passages: [Passage]

    /// Content of which these bytes are known; without a length they are all there were.
    package init(
      _ bytes: [UInt8] = [],
      length: Int? = nil,
      digest: String? = nil,
      passages: [Passage] = []
    ) {
      self.bytes = bytes
      self.length = length ?? bytes.count
      self.digest = digest
      self.passages = passages
    }

    /// The record of content, with what is around the places of violations in it.
    package init(_ bytes: [UInt8], keeping extent: Extent, at violations: [Violation] = []) {
      guard extent == .beginning, bytes.count > Self.limit else {
        self.init(bytes)
        return
      }
      self = RunRecord.Content(bytes).beginning(around: violations)
      digest = SHA256.hexadecimal(of: bytes)
    }

    /// The content as it is shown where it is not asked for whole: its beginning, and what is around
    /// the places of violations.
    package func beginning(around violations: [Violation] = []) -> Content {
      guard bytes.count > Self.limit else { return self }
      let head = Self.head(of: bytes)
      return Content(
        head,
        length: length,
        digest: digest,
        passages: Passages(of: bytes, after: head.count, around: violations).list
      )
    }

    /// What is kept of too many bytes; a character of UTF-8 is not cut apart.
    private static func head(of bytes: [UInt8]) -> [UInt8] {
      let head = Array(bytes.prefix(limit))
      for dropped in 0...3 {
        let whole = head.dropLast(dropped)
        if String(validating: whole, as: UTF8.self) != nil { return Array(whole) }
      }
      return head
    }

    /// Whether there were more bytes than are kept of the beginning.
    public var isTruncated: Bool { length > bytes.count }

    /// What is kept around a place beyond the beginning.
    package func passage(at byte: Int) -> Passage? { passages.first { $0.range.contains(byte) } }
  }
}
