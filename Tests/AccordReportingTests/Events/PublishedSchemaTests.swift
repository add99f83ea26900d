import AccordModel
import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

/// The published schemas hold everything that is written, and refuse what is not.
struct PublishedSchemaTests {
  private static func document(_ name: String) throws -> JSON {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    let root = (0..<4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
    let path = root.appending(path: "Reports/schemas/\(name)")
    return try JSONDocument(parsing: Array(try Data(contentsOf: path))).root.value
  }

  static func validator(_ name: String) throws -> SchemaValidator {
    let base = "https://accord.invalid/"
    var registry = SchemaRegistry()
    registry.add(try document("report.schema.json"), at: base + "report.schema.json")
    return try SchemaValidator(
      Schema(loading: document(name), at: base + name, registry: registry, formats: .assertion)
    )
  }

  @Test(arguments: Runs.all.indices)
  func reportsAndEventsHold(_ index: Int) throws {
    let run = Runs.all[index].run
    let report = try JSONDocument(parsing: Array(JSONFormat().text(for: run).utf8))
    #expect(try Self.validator("report.schema.json").validate(report).map(\.message) == [])
    let events = try JSONLines(parsing: Array(EventsFormat().text(for: run).utf8))
    #expect(try Self.validator("event.schema.json").validate(events).map(\.message) == [])
    #expect(events.documents.count == run.summary.cases + 2)
  }

  @Test
  func baselinesHold() throws {
    let entries = Runs.known.baseline.map(\.entry)
    let validator = try Self.validator("baseline.schema.json")
    let document = try JSONDocument(parsing: Array(Baseline(entries).text.utf8))
    #expect(validator.validate(document).map(\.message) == [])
    let empty = try JSONDocument(parsing: Array(Baseline().text.utf8))
    #expect(validator.validate(empty).isEmpty)
  }

  @Test(arguments: [
    ("\"verdict\": \"skipped\"", "\"verdict\": \"fine\""), ("\"known\": null", "\"known\": 3"),
    ("\"isKnown\": false", "\"isKnown\": false, \"more\": 1"), ("\"wasResent\":", "\"resent\":"),
    ("\"origin\": \"example\"", "\"origin\": \"an example\""), ("\"length\": 14", "\"length\": 0"),
  ])
  func whatIsWrongIsFound(_ old: String, _ new: String) throws {
    let text = JSONFormat().text(for: Runs.mixed)
    let wrong = text.replacing(old, with: new, maxReplacements: 1)
    #expect(wrong != text)
    let document = try JSONDocument(parsing: Array(wrong.utf8))
    #expect(try !Self.validator("report.schema.json").validate(document).isEmpty)
  }

  @Test
  func everyOriginIsListed() throws {
    let listed = try Self.document("report.schema.json")["$defs"]?["origin"]?["examples"]?.elements
    let origins = Case.Origin.planned + [.written]
    #expect(listed?.compactMap(\.string) == origins.map(\.rawValue))
  }
}
