import AccordSchema
import Testing

/// Our verdict on XML documents against that of xmllint with the exported XML Schema.
@Suite(
  .serialized,
  .enabled(if: Peer.xmllint != nil, "xmllint is not installed (package libxml2-utils)")
)
struct XMLDifferenceTests {
  @Test("Generated documents for generated schemas")
  func generated() throws {
    var tally = XMLTally()
    for seed in UInt64(1)...200 {
      var generator = SchemaGenerator(seed: seed)
      let schema = generator.root()
      try tally.judge(schema, named: "seed \(seed)", documents: documents(schema, seed: seed))
    }
    print("XML, generated schemas: \(tally.summary)")
    #expect(tally.unexplained.prefix(5) == [])
    #expect(tally.documents > 5000)
    #expect(tally.agreedInvalid > 1000)
  }

  @Test("Documents for the payloads of the shipped contracts")
  func contracts() throws {
    var tally = XMLTally()
    for (number, payload) in ContractPayload.all.enumerated() {
      var values = ValueGenerator(seed: UInt64(number))
      let samples = (UInt64(0)..<3).compactMap { payload.schema.sample(seed: $0) }
      let documents = samples.flatMap { changed($0, payload.schema, 60, &values.dice) }
      try tally.judge(payload.schema, named: payload.name, documents: documents)
    }
    print("XML, shipped contracts: \(tally.summary)")
    #expect(tally.unexplained.prefix(5) == [])
    #expect(tally.documents > 1000)
    #expect(tally.agreedInvalid > 100)
  }

  /// Documents that conform, as a rule, and others with one thing changed.
  private func documents(_ schema: Schema, seed: UInt64) -> [String] {
    var values = ValueGenerator(seed: seed)
    var documents: [String] = []
    for _ in 0..<6 {
      documents += changed(values.value(of: schema), schema, 5, &values.dice)
    }
    return documents
  }

  /// The value as a document, and as documents with one thing changed.
  private func changed(
    _ value: JSON,
    _ schema: Schema,
    _ count: Int,
    _ dice: inout Dice
  ) -> [String] {
    guard let bytes = try? BodyWriter.xml(value, as: schema),
      let document = try? XMLDocument(parsing: bytes)
    else { return [] }
    let tree = XMLTree(document)
    var documents = [tree.text]
    for _ in 0..<count {
      var copy = tree
      copy.change(&dice)
      documents.append(copy.text)
    }
    return documents
  }
}
