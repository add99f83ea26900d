import AccordModel
@testable import AccordSchema
import ShippedContracts
import Testing

/// What is seen in a payload of a shipped contract is seen in the same payload when it was loaded from
/// the JSON Schema document that it is exported as.
@Suite("Payloads that were loaded")
struct LoadedPayloadTests {
  struct Payload: Sendable, CustomTestStringConvertible {
    let name: String
    let written: Schema
    let loaded: Schema

    var testDescription: String { name }
  }

  static let payloads: [Payload] = ShippedContracts.suites.flatMap { suite in
    suite.operations.flatMap { contract -> [Payload] in
      let answers = contract.responses.compactMap { response in
        response.schema.map { ("\(contract.id)/\(response.clause.id)", $0) }
      }
      let body = contract.body.map { [("\(contract.id)/request", $0.schema)] } ?? []
      return (body + answers).compactMap { name, schema in payload(name, schema) }
    } + suite.errors.schemas.compactMap { payload("\(suite.id)/errors", $0) }
  }

  private static func payload(_ name: String, _ schema: Schema) -> Payload? {
    guard let document = try? schema.jsonSchema(),
      let loaded = try? Schema(loading: document, formats: .assertion)
    else { return nil }
    return Payload(name: name, written: schema, loaded: loaded)
  }

  @Test func thereAreSome() { #expect(Self.payloads.count > 8) }

  @Test(arguments: payloads)
  func samplesAreTheSame(_ payload: Payload) {
    for seed in 0..<5 as Range<UInt64> {
      #expect(payload.written.sample(seed: seed) == payload.loaded.sample(seed: seed))
    }
    #expect(payload.written.sample() != nil)
  }

  @Test(arguments: payloads)
  func counterexamplesAreTheSame(_ payload: Payload) {
    let written = payload.written.counterexamples()
    #expect(written == payload.loaded.counterexamples())
    #expect(!written.isEmpty)
  }

  @Test(arguments: payloads)
  func membersAreTheSame(_ payload: Payload) throws {
    let (written, loaded) = (PayloadMembers(payload.written), PayloadMembers(payload.loaded))
    #expect(written.paths == loaded.paths)
    let value = try #require(payload.written.sample())
    #expect(written.present(in: value) == loaded.present(in: value))
    #expect(
      canonical(value, as: payload.written, droppingAbsentFromXML: true)
        == canonical(value, as: payload.loaded, droppingAbsentFromXML: true)
    )
  }

  @Test(arguments: payloads)
  func bodiesAreWrittenAndReadAlike(_ payload: Payload) throws {
    for seed in 0..<3 as Range<UInt64> {
      let value = try #require(payload.written.sample(seed: seed))
      let xml = try? BodyWriter.xml(value, as: payload.written)
      #expect(xml == (try? BodyWriter.xml(value, as: payload.loaded)))
      if let document = try xml.map({ try XMLDocument(parsing: $0) }) {
        #expect(
          BodyReader.value(of: document.root, as: payload.written)
            == BodyReader.value(of: document.root, as: payload.loaded)
        )
      }
    }
  }

  @Test(arguments: payloads)
  func textsAreReadAlike(_ payload: Payload) throws {
    let value = try #require(payload.written.sample())
    let rows =
      [value] + (value.elements ?? value.members?.compactMap(\.value.elements?.first) ?? [])
    for row in rows {
      let text = row.members.map { members in
        members.map(\.key).joined(separator: ",") + "\n"
          + members.map { $0.value.elements == nil ? $0.value.string ?? $0.value.text() : "" }
          .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }
      guard let text, let document = try? CSVDocument(parsing: Array(text.utf8)) else { continue }
      for record in document.records {
        #expect(try record.json(as: payload.written) == record.json(as: payload.loaded))
      }
    }
  }

  @Test(arguments: payloads)
  func whatIsWrongIsToldAlike(_ payload: Payload) throws {
    let validators = [try SchemaValidator(payload.written), try SchemaValidator(payload.loaded)]
    let value = try #require(payload.written.sample())
    for counterexample in payload.written.counterexamples() {
      let broken = try #require(counterexample.applied(to: value))
      let messages = validators.map { $0.validate(broken).map(\.message) }
      #expect(messages[0] == messages[1])
    }
  }
}
