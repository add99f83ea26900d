package import AccordSchema

/// One difference between two contracts, and what it means for those who call the API.
package struct Change: Sendable {
  /// Which of the two contracts a place is in.
  package enum Side: String, Sendable, Hashable {
    /// The earlier contract.
    case old
    /// The later contract.
    case new
  }

  /// Where a change stands.
  package struct Place: Sendable, Hashable {
    /// The contract; the old one for what is gone.
    package var side: Side
    /// The file, as it was given.
    package var file: String
    /// The line and column in it.
    package var position: SourcePosition
    /// The way to it in the file.
    package var pointer: JSONPointer
  }

  /// The stable name of the kind of change, such as `request-property-became-required`.
  package let id: String
  /// What it means.
  package internal(set) var level: ChangeLevel
  /// Where it stands.
  package let place: Place
  /// The first operation that it is about, such as `GET /pets`; empty for the whole API.
  package let operation: String
  /// The further operations that share what changed, in the order of the document.
  package internal(set) var otherOperations: [String] = []
  /// How many further operations there are, of which the first hundred are named.
  package internal(set) var otherOperationCount = 0
  /// Why it is put up with, if it is.
  package internal(set) var acceptance: String?

  let subject: ChangeSubject
  let difference: Difference
  let direction: Direction

  init(
    _ difference: Difference,
    _ level: ChangeLevel,
    at place: Place,
    of subject: ChangeSubject,
    _ direction: Direction
  ) {
    id = difference.id(of: subject)
    self.level = level
    self.place = place
    operation = subject.operation
    self.subject = subject
    self.difference = difference
    self.direction = direction
  }

  /// What tells it from other changes, whatever is moved around it: sixteen hexadecimal digits.
  package var fingerprint: String {
    ChangeFingerprint.text(of: [id, operation, subject.place, difference.words])
  }

  /// What changed, what it means for whom, and what to do.
  package var sentence: String {
    let others =
      switch otherOperationCount {
      case 0: ""
      case 1: " (and of \(otherOperations.first ?? "another"))"
      default: " (and of \(otherOperationCount) more operations)"
      }
    let part = subject.place
    let head = [operation + (operation.isEmpty ? "" : others), part].filter { !$0.isEmpty }
      .joined(separator: ", ")
    return (head.isEmpty ? "" : head + ": ") + difference.words + ". " + consequence
  }
}

/// Who sends what is compared.
enum Direction: Sendable, Hashable {
  /// The client sends it: it may only accept more.
  case sent
  /// The client gets it: it may only promise more.
  case received

  var reversed: Direction { self == .sent ? .received : .sent }
}

/// The 64-bit FNV-1a hash (RFC 9923) of parts.
enum ChangeFingerprint {
  static func text(of parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      // A byte that UTF-8 never has ends each part.
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
