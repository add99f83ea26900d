/// A text in which each line is a JSON text of its own (JSON Lines, also called NDJSON).
///
/// Positions in the documents and in errors are those of the whole text. A line ends at LF or at
/// CR LF; the last one need not end. Lines without a value are skipped and named.
public struct JSONLines: Sendable {
  /// The document of each line that has a value, in order.
  public let documents: [JSONDocument]

  /// The numbers of the lines that have no value, counted from one.
  public let emptyLines: [Int]

  /// Reads lines of JSON in UTF-8; the limits hold for each line.
  ///
  /// Each line is a document of its own, which takes about 150 bytes beside its values: ten times
  /// the size of the text for records of thirty bytes, ninety times for lines of one digit.
  ///
  /// The error's position names the line in the whole text.
  public init(
    parsing bytes: [UInt8],
    limits: JSONLimits = .default
  ) throws(JSONSyntaxError) {
    var documents: [JSONDocument] = []
    var emptyLines: [Int] = []
    var index = SourceIndex(bytes)
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        emptyLines.append(number)
      } else {
        var origin = index.position(ofByte: start)
        // The lines of this format end only at LF.
        origin.line = number
        let document = try JSONDocument(parsing: Array(line), limits: limits, origin: origin)
        documents.append(document.withoutSpareRoom())
      }
      start = end + 1
      number += 1
    }
    self.documents = documents
    self.emptyLines = emptyLines
  }

  /// What the reader of the text should know, though all lines are well-formed.
  public var notices: [JSONNotice] {
    documents.flatMap(\.notices)
  }

  /// The values of the lines.
  public var values: [JSON] {
    documents.map(\.root.value)
  }
}

extension JSONDocument {
  /// The document with a tape that is no larger than it must be, because a line is small and lines
  /// are many.
  fileprivate func withoutSpareRoom() -> JSONDocument {
    let entries = tape.entries
    let copy = [JSONTapeEntry](unsafeUninitializedCapacity: entries.count) { buffer, used in
      used = buffer.initialize(fromContentsOf: entries)
    }
    return JSONDocument(tape: JSONTape(bytes: bytes, entries: copy), like: self)
  }

  private init(tape: JSONTape, like other: JSONDocument) {
    self.tape = tape
    origin = other.origin
    notices = other.notices
  }
}
