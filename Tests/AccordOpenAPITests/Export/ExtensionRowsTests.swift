import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// The members that begin with `x-accord-`, each written and read.
@Suite struct ExtensionRowsTests {
  /// The members of the suite of all nouns.
  private static func members(of suite: ContractSuite) throws -> JSON {
    let exporter = SuiteExporter(suite, .v31)
    return .object(try #require(try SuiteExtension.rows.members(of: suite, exporter)))
  }

  /// Reads members that stand in a document.
  private static func read(_ members: JSON) throws -> ContractSuite {
    let document: JSON = .object(
      [
        JSONMember("openapi", "3.1.0"), JSONMember("info", ["title": "Pets", "version": "1"]),
        JSONMember("paths", [:]),
      ] + (members.members ?? [])
    )
    let description = try Description(parsing: document.bytes(), named: "pets.json")
    var suite = ContractSuite("", name: "Pets", "Keeps pets.", contracts: [])
    let reader = ExtensionReader(schemas: ImportedSchemas(description), variables: "PETS_")
    try SuiteExtension.rows.read(description.root, into: &suite, reader)
    return suite
  }

  /// Each promise, in words, with where it comes from.
  private static func promises(of suite: ContractSuite) -> [String] {
    suite.contracts.flatMap { $0.clauses(in: suite) }.map {
      "\($0.id): \($0.sentence) \($0.basis)"
    }
  }

  @Test("what is read is what was written, in every member and every promise")
  func all() throws {
    let suite = ExtensionNouns.suite
    let written = try Self.members(of: suite)
    let again = try Self.read(written)
    #expect(try Self.members(of: again).withoutSchemas == written.withoutSchemas)
    #expect(Self.promises(of: again) == Self.promises(of: suite))
    #expect(again.credential?.variables == suite.credential?.variables)
    #expect(again.roles == suite.roles)
    #expect(again.formats == suite.formats)
    #expect(
      again.contracts.map(\.routes).map { $0.map(\.path) }.joined().map(\.description) == [
        "/pets/{id}", "/pets/{+id}/all", "/a", "/b", "/c",
      ]
    )
  }

  /// The ways to all members and items of a value.
  private static func places(in value: JSON, _ way: [String] = []) -> [[String]] {
    switch value {
    case .object(let members):
      members.flatMap { [way + [$0.key]] + places(in: $0.value, way + [$0.key]) }
    case .array(let items):
      items.enumerated().flatMap { index, item in
        [way + ["\(index)"]] + places(in: item, way + ["\(index)"])
      }
    default: []
    }
  }

  /// The ways to the members and items of a value, one for each that stands in the same kind of thing.
  private static func kinds(in value: JSON) -> [[String]] {
    var known: Set<[String]> = []
    return places(in: value).filter { way in
      known.insert(way.filter { Int($0) == nil }.suffix(3)).inserted
    }
  }

  @Test("no member is written that is not read")
  func none() throws {
    let written = try Self.members(of: ExtensionNouns.suite)
    let usual = try Self.members(of: Self.read(written))
    let kinds = Self.kinds(in: written)
    #expect(kinds.count > 300)
    var unread: [String] = []
    for way in kinds where Int(way.last ?? "") == nil {
      guard let again = try? Self.read(written.setting(nil, at: way[...])) else { continue }
      if try Self.members(of: again) == usual { unread.append(way.joined(separator: "/")) }
    }
    #expect(unread == [])
  }

  @Test("nonsense in any place is a fault or another suite, and never a crash")
  func nonsense() throws {
    let written = try Self.members(of: ExtensionNouns.suite)
    let values: [JSON] = [
      nil, -1, 9_007_199_254_740_993, "\u{0}/~2", [], [:], [[:]], ["a": ["b": 1]],
    ]
    var faults = 0
    for (index, way) in Self.kinds(in: written).enumerated() {
      let value = values[index % values.count]
      do {
        _ = try Self.read(written.setting(value, at: way[...]))
      } catch let fault as ExtensionFault {
        #expect(!fault.evidence.message.isEmpty)
        faults += 1
      }
    }
    #expect(faults > 150)
  }
}

extension JSON {
  /// The value without what schemas say, which is written in other words once it was read; that they are there is
  /// told.
  var withoutSchemas: JSON {
    let schemas = ["schema", "payload", "suitable", "when"]
    switch self {
    case .object(let members):
      return .object(
        members.map { member in
          if schemas.contains(member.key) { return JSONMember(member.key, true) }
          return JSONMember(member.key, member.value.withoutSchemas)
        }
      )
    case .array(let items): return .array(items.map(\.withoutSchemas))
    default: return self
    }
  }

  /// The value with another one at a place, or without the place.
  func setting(_ value: JSON?, at way: ArraySlice<String>) -> JSON {
    guard let key = way.first else { return value ?? .null }
    let rest = way.dropFirst()
    switch self {
    case .object(var members):
      guard let index = members.firstIndex(where: { $0.key == key }) else {
        return .object(members + (value.map { [JSONMember(key, $0)] } ?? []))
      }
      if rest.isEmpty, value == nil {
        members.remove(at: index)
      } else {
        members[index].value = members[index].value.setting(value, at: rest)
      }
      return .object(members)
    case .array(var items):
      guard let index = Int(key), items.indices.contains(index) else { return self }
      if rest.isEmpty, value == nil {
        items.remove(at: index)
      } else {
        items[index] = items[index].setting(value, at: rest)
      }
      return .array(items)
    default: return self
    }
  }
}
