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
    for seed in UInt64(1)...300 {
      var generator = SchemaGenerator(seed: seed)
      let schema = generator.root()
      try tally.judge(schema, named: "seed \(seed)", documents: documents(schema, seed: seed))
    }
    for u in tally.unexplained { print("UNEXPLAINED", u) }
    print("XML, generated schemas: \(tally.summary)")
    #expect(tally.unexplained.prefix(5) == [])
    #expect(tally.unexplained.count == 0)
    #expect(tally.documents > 5000)
    #expect(tally.agreedInvalid > 1000)
  }

  /// Documents that conform, as a rule, and others with one thing changed.
  private func documents(_ schema: Schema, seed: UInt64) -> [String] {
    var values = ValueGenerator(seed: seed)
    var documents: [String] = []
    for _ in 0..<6 {
      let value = values.value(of: schema)
      guard let bytes = try? BodyWriter.xml(value, as: schema),
        let document = try? XMLDocument(parsing: bytes)
      else { continue }
      documents.append(XMLTree(document).text)
      for _ in 0..<5 {
        var tree = XMLTree(document)
        tree.change(&values.dice)
        documents.append(tree.text)
      }
    }
    return documents
  }
}
