import AccordModel
import AccordOpenAPI
import AccordSchema
import ShippedContracts
import Testing

@testable import AccordComparing

/// What contracts do beside what they say.
struct BehaviourComparisonTests {
  private static func document(
    id: JSON = ["type": "integer", "minimum": 1],
    required: [JSON] = ["id", "name"],
    path: String = "/pets",
    deprecated: String = ""
  ) -> String {
    """
    {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": {
     "/pets/{id}": {"get": {"operationId": "getPet",
      "parameters": [{"name": "id", "in": "path", "required": true, "schema": \(id.text())}],
      "responses": {"200": {"description": "a pet", "content": {"application/json": {"schema":
       {"type": "object", "required": \(JSON.array(required).text()), "properties":
        {"id": {"type": "integer"}, "name": {"type": "string"}}}}}}}}},
     "\(path)": {"get": {"operationId": "listPets", \(deprecated)
      "responses": {"200": {"description": "pets", "content": {"application/json": {"schema":
       {"type": "array", "items": {"type": "string"}}}}}}}}}}
    """
  }

  private static func compared(_ old: String, _ new: String) async throws -> BehaviourComparison {
    let descriptions = (
      try Documents.description(old, named: "old.json"),
      try Documents.description(new, named: "new.json")
    )
    return try await BehaviourComparison(
      from: ImportedSuite(of: descriptions.0).suite,
      to: ImportedSuite(of: descriptions.1).suite,
      beside: ContractComparison(
        from: descriptions.0,
        to: descriptions.1,
        policy: ComparisonPolicy(today: SunsetDay("2026-01-01"))
      )
    )
  }

  @Test func theSameContractDoesTheSame() async throws {
    let found = try await Self.compared(Self.document(), Self.document())
    #expect(found.cases.old > 0)
    #expect(found.cases.old == found.cases.new)
    #expect(found.broken == [])
    #expect(found.early == [])
    #expect(found.disagreements == [])
    #expect(!found.breaks)
  }

  @Test(arguments: ShippedContracts.suites)
  func shippedSuitesDoAsTheySay(_ suite: ContractSuite) async throws {
    let description = try Description(
      parsing: suite.openAPI().document.bytes(indented: true),
      named: suite.id
    )
    let found = try await BehaviourComparison(
      from: suite,
      to: suite,
      beside: ContractComparison(from: description, to: description)
    )
    #expect(found.broken == [])
    #expect(found.early == [])
    #expect(found.cases.old > 20)
  }

  @Test func whatIsGoneIsBroken() async throws {
    let found = try await Self.compared(Self.document(), Self.document(path: "/animals"))
    #expect(Set(found.broken.map(\.operation)) == ["GET /pets"])
    #expect(Set(found.early.map(\.operation)) == ["GET /animals"])
    #expect(found.breaks)
    // The structure says so too.
    #expect(found.disagreements == [])
    #expect(
      found.sentences[1]
        == "GET /pets: clients of the old contract break (1 case pets/list-pets/example/usual): at response "
        + "status expected a status that the contract declares: 200, found 404 (status-is-declared)."
    )
  }

  @Test func whatWasAnnouncedBreaksNobody() async throws {
    let sunset = #""deprecated": true, "x-sunset": "2020-01-01", "#
    let found = try await Self.compared(
      Self.document(deprecated: sunset),
      Self.document(path: "/animals")
    )
    #expect(!found.broken.isEmpty)
    #expect(!found.breaks)
    #expect(found.disagreements == [])
    #expect(found.sentences[1].contains("clients of the old contract break, as was announced ("))
  }

  private static let parameter =
    #""parameters": [{"name": "q", "in": "query", "required": true, "schema": {"type": "string"}}], "#

  @Test func aRequestThatIsNoLongerAdmittedIsBroken() async throws {
    let found = try await Self.compared(
      Self.document(),
      Self.document(deprecated: Self.parameter)
    )
    #expect(found.broken.map(\.operation) == ["GET /pets"])
    #expect(found.broken[0].actual.hasPrefix("400"))
    #expect(found.disagreements == [])
  }

  @Test func aTagThatIsGoneAnnouncesNothing() async throws {
    let found = try await Self.compared(
      Self.document(deprecated: #""tags": ["animals"], "#),
      Self.document(deprecated: Self.parameter)
    )
    #expect(found.broken.map(\.isAnnounced) == [false])
    #expect(found.breaks)
  }

  @Test func whatNoCaseShowsIsSaid() async throws {
    let found = try await Self.compared(Self.document(), Self.document(required: ["id"]))
    #expect(found.broken == [])
    #expect(!found.breaks)
    #expect(
      found.disagreements.map(\.sentence) == [
        "GET /pets/{id}: the structure breaks clients (response-property-became-optional), which none of 1 "
          + "case of the old plan shows."
      ]
    )
  }

  @Test func wrongRequestsMayGetSomethingElse() async throws {
    let found = try await Self.compared(
      Self.document(),
      Self.document(id: ["type": "integer"])
    )
    #expect(found.broken == [])
  }

  @Test func itStandsInTheFormats() async throws {
    let old = try Documents.description(Self.document(), named: "old.json")
    let new = try Documents.description(Self.document(path: "/animals"), named: "new.json")
    var comparison = ContractComparison(from: old, to: new)
    let without = ChangeFormat.json.text(of: comparison, failingOn: .breaking)
    comparison.behaviour = try await BehaviourComparison(
      from: ImportedSuite(of: old).suite,
      to: ImportedSuite(of: new).suite,
      beside: comparison
    )
    let with = ChangeFormat.json.text(of: comparison, failingOn: .breaking)
    let json = try JSONDocument(parsing: Array(with.utf8)).root.value
    #expect(json["behaviour"]?["broken"]?[0]?["operation"] == "GET /pets")
    #expect(json["behaviour"]?["broken"]?[0]?["announced"] == false)
    #expect(json.members?.count == 3)
    #expect(try JSONDocument(parsing: Array(without.utf8)).root.value.members?.count == 2)
    for format in [ChangeFormat.terminal, .markdown] {
      #expect(
        format.text(of: comparison, failingOn: .breaking).contains("right requests of the old plan")
      )
    }
  }
}
