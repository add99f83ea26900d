import AccordSchema

/// The failures of generated cases that are tried first in the next run.
///
/// It is JSON with a version, and holds no secret: a call names a contract and an example, and what it changes
/// in it is made from schemas.
public struct FailureFile: Sendable, Hashable {
  /// A failure.
  public struct Entry: Sendable, Hashable {
    /// The word that replays it.
    public var token: ReplayToken
    /// What was expected, what was found, and where, as one line.
    public var cause: String
    /// The seed of the run that found it.
    public var seed: UInt64

    /// Creates an entry.
    public init(_ token: ReplayToken, cause: String, seed: UInt64) {
      (self.token, self.cause, self.seed) = (token, cause, seed)
    }
  }

  /// The most failures that are kept: the first.
  public static let most = 200

  /// The most characters of a cause that are kept.
  private static let longestCause = 500

  private static let version = 1

  /// The failures, in the order in which they were found.
  public private(set) var entries: [Entry]

  /// Creates a file of failures, each call once.
  public init(_ entries: [Entry] = []) {
    var known: Set<ReplayToken> = []
    self.entries = Array(entries.filter { known.insert($0.token).inserted }.prefix(Self.most))
  }

  /// Reads a file.
  ///
  /// Throws ``FailureFileProblem`` where it is none.
  public init(parsing bytes: [UInt8]) throws(FailureFileProblem) {
    let json: JSON
    do {
      json = try JSONDocument(parsing: bytes).root.value
    } catch {
      throw .noJSON("\(error)")
    }
    guard let version = json["version"]?.number?.int, let list = json["failures"]?.elements else {
      throw .otherFile
    }
    guard version == Self.version else { throw .otherVersion(version, known: Self.version) }
    guard list.count <= Self.most else { throw .tooMany(list.count, most: Self.most) }
    var entries: [Entry] = []
    for (number, entry) in list.enumerated() {
      guard let text = entry["replay"]?.string, let cause = entry["cause"]?.string,
        let seed = entry["seed"]?.string.flatMap(UInt64.init)
      else { throw .entry(number, reason: "expected the texts replay, cause and seed") }
      do throws(ReplayProblem) {
        entries.append(Entry(try ReplayToken(parsing: text), cause: cause, seed: seed))
      } catch {
        throw .entry(number, reason: "\(error)")
      }
    }
    self.init(entries)
  }

  /// The file.
  public var bytes: [UInt8] {
    let list = entries.map { entry in
      JSON.object([
        JSONMember("suite", .string(entry.token.call.suite)),
        JSONMember("contract", .string(entry.token.call.contract)),
        JSONMember("cause", .string(String(entry.cause.prefix(Self.longestCause)))),
        JSONMember("seed", .string("\(entry.seed)")),
        JSONMember("replay", .string(entry.token.description)),
      ])
    }
    let json = JSON.object([
      JSONMember("version", .number(JSONNumber(Self.version))),
      JSONMember("failures", .array(list)),
    ])
    return json.bytes(indented: true) + [0x0A]
  }
}

/// Why a file of failures cannot be read.
public enum FailureFileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is not JSON.
  case noJSON(String)
  /// It is JSON of something else.
  case otherFile
  /// It is of another version.
  case otherVersion(Int, known: Int)
  /// It holds more than is ever written.
  case tooMany(Int, most: Int)
  /// One of its entries, counted from zero, cannot be read.
  case entry(Int, reason: String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .noJSON(let reason):
      "it is not JSON: \(reason). Remove it, or name another with --failures."
    case .otherFile:
      "it has no version and failures, as a file of generated failures has. Name another with --failures."
    case .otherVersion(let version, let known):
      "expected version \(known), found \(version). Remove it, or use the Accord that wrote it."
    case .tooMany(let count, let most):
      "expected \(most) failures at most, found \(count). Remove some."
    case .entry(let number, let reason): "/failures/\(number): \(reason). Remove it."
    }
  }
}
