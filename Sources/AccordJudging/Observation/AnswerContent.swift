import AccordModel
import AccordSchema
import Synchronization

/// The content of an answer with what was read of it, which is the same for all answers that have it.
///
/// All of it is read when a rule first asks for it, and whoever asks meanwhile waits.
final class AnswerContent: Sendable {
  /// What the content is read from.
  struct Source: Equatable, Sendable {
    var bytes: [UInt8]
    var format: Format
    /// The parameters of the Content-Type.
    var charset: String?
    var boundary: String?
  }

  /// How the value of an answer is read: as the schemas of what was promised.
  struct Reading: Equatable, Sendable {
    var schemas: [Schema.Identity]
    /// The list whose items may be written as rows.
    var rows: JSONPointer?
    var dropsAbsentFromXML: Bool
  }

  /// What the values of the content were held to.
  struct Check: Equatable, Sendable {
    var schema: Schema.Identity
    var rows: JSONPointer?
    var limits: ValidationLimits
  }

  /// In which payload members were looked for.
  struct Members: Equatable, Sendable {
    var schema: Schema.Identity
    var clause: Clause.ID
    /// As what, and how, the value was read in which they were looked for.
    var readAs: Schema.Identity
    var reading: Reading
  }

  private let source: Source
  private let read = Mutex<ObservedBody?>(nil)
  private let json = Mutex<JSON?>(nil)
  private let values = Mutex<[(key: Schema.Identity, value: JSON)]>([])
  private let answers = Mutex<[(key: Reading, value: AnswerValue?)]>([])
  private let checks = Mutex<[(key: Check, value: [BodyPart])]>([])
  private let promises = Mutex<[(key: Members, value: [Promise.ID])]>([])
  private let shown = Mutex<[(key: Members, value: Bool)]>([])

  init(_ source: Source) { self.source = source }

  /// The content, read.
  var body: ObservedBody {
    read.withLock { known in
      if let known { return known }
      let body = ObservedBody(
        source.bytes,
        as: source.format,
        charset: source.charset,
        boundary: source.boundary
      )
      known = body
      return body
    }
  }

  /// The value of content that is JSON.
  var jsonValue: JSON? {
    guard case .json(let document) = body else { return nil }
    return json.withLock { known in
      if let known { return known }
      let value = document.root.value
      known = value
      return value
    }
  }

  /// The value of content that is XML, read as a schema.
  func value(of document: XMLDocument, as schema: Schema) -> JSON {
    Self.known(schema.identity, in: values) { BodyReader.value(of: document.root, as: schema) }
  }

  /// The value of the answer as it was read before, or is read now.
  func answer(_ reading: Reading, _ read: () -> AnswerValue?) -> AnswerValue? {
    Self.known(reading, in: answers, read)
  }

  /// What was found before, or is found now.
  func parts(
    _ check: Check,
    _ find: () throws(Hindrance) -> [BodyPart]
  ) throws(Hindrance) -> [BodyPart] {
    try Self.known(check, in: checks, find)
  }

  /// The promises of the members that are there.
  func promises(_ members: Members, _ find: () -> [Promise.ID]) -> [Promise.ID] {
    Self.known(members, in: promises, find)
  }

  /// Whether something of what a payload says most closely is there.
  func isShown(_ members: Members, _ find: () -> Bool) -> Bool {
    Self.known(members, in: shown, find)
  }

  private static func known<Key: Equatable & Sendable, Value: Sendable, Failure: Error>(
    _ key: Key,
    in list: borrowing Mutex<[(key: Key, value: Value)]>,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try list.withLock { known throws(Failure) in
      if let entry = known.first(where: { $0.key == key }) { return entry.value }
      let value = try make()
      known.append((key, value))
      return value
    }
  }
}
