public import AccordModel
import AccordSchema

/// What suites promise at one time, as it is kept to be compared later.
///
/// ```swift
/// let before = try ContractRecord(parsing: bytes)   // what text wrote at the time
/// print(ContractChanges(from: before, to: ContractRecord(of: suites)).markdown)
/// ```
public struct ContractRecord: Sendable, Hashable {
  /// A promise as it is kept.
  public struct Entry: Sendable, Hashable {
    /// The suite.
    public package(set) var suite: ContractSuite.ID
    /// The promise.
    public package(set) var promise: Promise
    /// Whether it is an assumption.
    public package(set) var isAssumed: Bool
    /// Whether it is about something that callers have to send; `nil` where the record was kept by a
    /// version that did not say so.
    public package(set) var isRequired: Bool?
  }

  /// The version of the document's shape.
  package static let schemaVersion = 1

  /// The promises, in the order of the contracts.
  public package(set) var entries: [Entry]

  /// What suites promise now.
  public init(of suites: [ContractSuite]) {
    entries = suites.flatMap { suite in
      suite.contracts.flatMap { contract in
        let assumed = Set(
          contract.clauses(in: suite).filter { !$0.basis.isStated }.map(\.id)
        )
        let demands = contract.demands
        return contract.promises(in: suite).map {
          Entry(
            suite: suite.id,
            promise: $0,
            isAssumed: assumed.contains($0.id),
            isRequired: demands.contains($0.id)
          )
        }
      }
    }
  }

  /// Reads what ``text`` wrote; throws an error that says what is no record where, and
  /// `JSONSyntaxError` for a text that is not JSON.
  public init(parsing bytes: [UInt8]) throws {
    let document = try JSONDocument(parsing: bytes)
    let root = RecordedValue(json: document.root.value, pointer: JSONPointer(tokens: []))
    guard try root.count("schemaVersion") == Self.schemaVersion else {
      throw try root.member("schemaVersion").unexpected("\(Self.schemaVersion)")
    }
    entries = try root.list("promises") { value throws(RunRecordError) in
      guard let kind = Promise.Kind(rawValue: try value.string("kind")) else {
        throw try value.member("kind").unexpected("the kind of a promise")
      }
      return Entry(
        suite: try value.string("suite"),
        promise: Promise(
          of: try value.string("contract"),
          kind,
          try value.string("id"),
          try value.string("sentence")
        ),
        isAssumed: try value.boolean("assumed"),
        isRequired: value.json["required"] == nil ? nil : try value.boolean("required")
      )
    }
  }

  /// The document.
  public var text: String {
    let promises: [JSON] = entries.map { entry in
      let members = [
        JSONMember("suite", .string(entry.suite)),
        JSONMember("contract", .string(entry.promise.contract)),
        JSONMember("kind", .string(entry.promise.kind.rawValue)),
        JSONMember("id", .string(entry.promise.id)),
        JSONMember("sentence", .string(entry.promise.sentence)),
        JSONMember("assumed", .boolean(entry.isAssumed)),
      ]
      return .object(
        members + (entry.isRequired.map { [JSONMember("required", .boolean($0))] } ?? [])
      )
    }
    let document: JSON = [
      "schemaVersion": .count(Self.schemaVersion), "promises": .array(promises),
    ]
    return document.text(indented: true) + "\n"
  }
}
