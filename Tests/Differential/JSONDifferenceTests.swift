import AccordSchema
import Testing

/// Our verdict on JSON documents against that of Python's jsonschema with the exported JSON Schema,
/// and against our own with the exported document loaded again.
@Suite(
  .serialized,
  .enabled(
    if: Peer.python != nil,
    "no Python with jsonschema: ACCORD_JSON_SCHEMA_PEER names none, and .build-peers has none"
  )
)
struct JSONDifferenceTests {
  private struct Case {
    var name: String
    var schema: Schema
    var documents: [JSON]
  }

  @Test("Generated documents for generated schemas")
  func generated() throws {
    let cases = (UInt64(1)...400).map { seed in
      var generator = SchemaGenerator(seed: seed &* 7919, isForJSON: true)
      let schema = generator.root()
      return Case(name: "seed \(seed)", schema: schema, documents: documents(schema, seed: seed))
    }
    try judge(cases, named: "generated schemas", atLeast: 8000)
  }

  @Test("Documents for the payloads of the shipped contracts")
  func contracts() throws {
    let cases = ContractPayload.all.enumerated().map { number, payload in
      var values = ValueGenerator(seed: UInt64(number))
      let documents = payload.documents(&values)
      return Case(name: payload.name, schema: payload.schema, documents: documents)
    }
    try judge(cases, named: "shipped contracts", atLeast: 3000)
  }

  private func documents(_ schema: Schema, seed: UInt64) -> [JSON] {
    var values = ValueGenerator(seed: seed)
    return (0..<6).flatMap { _ in
      let value = values.value(of: schema)
      return [value] + (0..<5).map { _ in values.broken(value) }
    }
  }

  private func judge(_ cases: [Case], named name: String, atLeast count: Int) throws {
    let exported = try cases.map { try $0.schema.jsonSchema() }
    let verdicts = try JSONSchemaPeer.judge(
      zip(cases, exported).map { JSONSchemaPeer.Job(schema: $1, documents: $0.documents) }
    )
    var (valid, invalid) = (0, 0)
    var differences: [String] = []
    for ((number, entry), theirs) in zip(cases.enumerated(), verdicts) {
      let validator = try SchemaValidator(entry.schema)
      let loaded = try Schema(loading: exported[number], formats: .assertion)
      let again = try SchemaValidator(loaded)
      let graph = try SchemaValidator(loaded.with { _ in })
      #expect(try loaded.jsonSchema() == exported[number])
      for (document, isValid) in zip(entry.documents, theirs) {
        let ours = validator.validate(document)
        if ours.isEmpty { valid += 1 } else { invalid += 1 }
        let isLoadedAlike =
          again.admits(document) == ours.isEmpty && graph.admits(document) == ours.isEmpty
        guard isValid != ours.isEmpty || !isLoadedAlike else { continue }
        let messages = ours.map(\.message).joined(separator: "; ")
        let peers = "peer \(isValid), loaded \(isLoadedAlike)"
        differences.append("\(entry.name): ours [\(messages)] \(peers): \(document)")
      }
    }
    print("JSON, \(name): \(valid) valid, \(invalid) invalid, \(differences.count) differences")
    #expect(differences.prefix(10) == [])
    #expect(valid + invalid > count)
    #expect(valid > count / 20)
    #expect(invalid > count / 20)
  }
}
