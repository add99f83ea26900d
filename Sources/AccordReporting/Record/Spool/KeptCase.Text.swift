import AccordModel

extension KeptCase {
  /// What is a case's own, as it stands in the file of the run.
  struct Text {
    /// The title.
    var title = ""
    /// The promises under test.
    var clauses: [Clause.ID] = []
    /// The promises of which a rule had something to see.
    var exercised: [RunRecord.Promise.ID] = []

    /// Nothing, where it cannot be read.
    init() {}

    /// What is a case's own.
    init(_ fields: RunRecord.Case.Fields) {
      title = fields.title
      clauses = fields.clauses
      exercised = fields.exercised
    }

    /// How many clauses there are, and all texts, each behind its length; numbers are of four bytes.
    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      func add(_ number: Int) {
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
      }
      add(clauses.count)
      for text in [title] + clauses + exercised {
        add(text.utf8.count)
        bytes += text.utf8
      }
      return bytes
    }

    /// Reads what was written; nil for anything else.
    init?(reading bytes: [UInt8]) {
      var place = 0
      func number() -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        defer { place += 4 }
        return (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
      }
      guard let count = number() else { return nil }
      var texts: [String] = []
      while place < bytes.count {
        guard let length = number(), place + length <= bytes.count else { return nil }
        texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
        place += length
      }
      guard let title = texts.first, count < texts.count else { return nil }
      self.title = title
      // There may be none of either.
      clauses = Array(texts.dropFirst().prefix(count))
      exercised = Array(texts.dropFirst(count + 1))
    }
  }
}
