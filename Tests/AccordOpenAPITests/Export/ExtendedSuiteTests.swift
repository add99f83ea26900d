import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Exported documents that somebody changed: what no longer fits is said, and the document is read without it.
@Suite struct ExtendedSuiteTests {
  /// What is changed, the place that is named, and what is said of it.
  typealias Row = (way: String, value: JSON?, pointer: String, message: String)

  private static let again =
    ": export the suite again, or take the members that begin with x-accord- away."

  private static let rows: [Row] = [
    (
      "x-accord-contracts", "none", "/x-accord-contracts",
      "Expected a value of the type array, found one of the type string."
    ),
    (
      "x-accord-contracts/0/routes/0/methods", ["some": []],
      "/x-accord-contracts/0/routes/0/methods",
      "Expected \"only\" or \"all\", found \"some\"."
    ),
    (
      "x-accord-contracts/0/routes/0/path", "pets", "/x-accord-contracts/0/routes/0/path",
      "Expected a path that begins with a slash."
    ),
    ("x-accord-suite", nil, "", "Expected a member \"x-accord-suite\", found none."),
    (
      "x-accord-credential/from/variable", "OTHER_SECRET", "/x-accord-credential/from/variable",
      "Expected a variable that begins with PETS_, as those of the suite do, found \"OTHER_SECRET\": a document "
        + "does not choose which other secrets are sent."
    ),
    (
      "x-accord-contracts/0/responses/0/statuses/anyOf/0", 9_999,
      "/x-accord-contracts/0/responses/0/statuses/anyOf/0", "Expected an integer from 100 to 599."
    ),
    (
      "x-accord-credential/colour", "blue\u{1B}", "/x-accord-credential/colour",
      "Expected one of the members \"in\", \"from\" or \"basis\", found \"colour\"."
    ),
    (
      "paths/~1pets~1{id}/put/parameters/1", nil, "/paths/~1pets~1{id}/put",
      "The operation says something else in its parameters than x-accord-contracts does" + again
    ),
    (
      "paths/~1pets~1{id}/put/requestBody/required", false, "/paths/~1pets~1{id}/put",
      "The operation says something else in its body than x-accord-contracts does" + again
    ),
    (
      "paths/~1pets~1{id}/put/responses/404", nil, "/paths/~1pets~1{id}/put",
      "The operation says something else in its answers than x-accord-contracts does" + again
    ),
    (
      "paths/~1pets~1{id}/put/security", nil, "/paths/~1pets~1{id}/put",
      "The operation says something else in its security than x-accord-contracts does" + again
    ),
    (
      "paths/~1dogs", ["get": ["responses": ["200": ["description": "Dogs."]]]],
      "/paths/~1dogs/get", "x-accord-contracts says nothing of GET /dogs" + again
    ),
    (
      "paths/~1pets~1{id}", nil, "/x-accord-contracts",
      "The document has no operation PUT /pets/{id}, which x-accord-contracts has" + again
    ),
  ]

  @Test(
    "what is wrong is said at its place, and the document is read without it",
    arguments: rows.indices
  )
  func faults(_ index: Int) throws {
    let row = Self.rows[index]
    let way = row.way.split(separator: "/").map { String($0).replacing("~1", with: "/") }
    let document = try SuiteExportTests.pets.openAPI().document.setting(row.value, at: way[...])
    let imported = try Imported(
      of: Description(parsing: document.bytes(indented: true), named: "pets.json")
    )
    let said =
      "\(row.pointer): The document is read without the members that begin with x-accord-. \(row.message)"
    #expect(imported.notCarried.contains(said), "\(imported.notCarried)")
    // The suite has the name that its title gives it, and what is taken for granted is said again.
    #expect(imported.suite.id == "pets")
    let hasOperation = row.way != "paths/~1pets~1{id}"
    #expect(imported.suite.contract("keep-pet") != nil || !hasOperation)
  }

  @Test("a suite that is not sound is not used")
  func unsound() throws {
    let way = ["x-accord-contracts", "0", "examples", "0", "expect"]
    let document = try SuiteExportTests.pets.openAPI().document
      .setting(["response": "none"], at: way[...])
    let imported = try Imported(of: Description(parsing: document.bytes(), named: "pets.json"))
    let said = try #require(imported.notCarried.first)
    #expect(
      said.hasPrefix(
        "/x-accord-contracts/0: The document is read without the members that begin with x-accord-. "
      )
    )
    #expect(said.contains("none"))
  }

  @Test("a member that nothing is known of is said, and the others are used")
  func unknown() throws {
    let document = try SuiteExportTests.pets.openAPI().document
      .setting(true, at: ["x-accord-colours"][...])
    let imported = try Imported(of: Description(parsing: document.bytes(), named: "pets.json"))
    let said = try #require(imported.notCarried.first)
    #expect(imported.notCarried.count == 1)
    #expect(said.hasPrefix("/x-accord-colours: "))
    #expect(said.hasSuffix("found \"x-accord-colours\"."))
    #expect(imported.imported.inferences.isEmpty)
  }

  @Test("a text of a stranger is shown in part")
  func longWords() {
    let text = String(repeating: "a", count: 70) + "\n"
    let evidence = ExtensionFault.Evidence.noWord(of: ["b"], found: text)
    #expect(evidence.message == "Expected \"b\", found \"\(String(repeating: "a", count: 60))…\".")
    #expect(
      ExtensionFault.Evidence.noWord(of: ["b", "c"], found: "\u{1B}[2J").message
        == "Expected \"b\" or \"c\", found \"\u{FFFD}[2J\"."
    )
    #expect(
      ExtensionFault.Evidence.noWord(of: [], found: nil).message
        == "Expected nothing, found another value."
    )
  }
}
