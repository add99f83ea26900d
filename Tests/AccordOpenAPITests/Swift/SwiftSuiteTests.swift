import AccordModel
import AccordReporting
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// A suite is written as Swift, and written again.
@Suite struct SwiftSuiteTests {
  static let document = """
    openapi: 3.0.3
    info: {title: "Shop \\\\(x) \\"y\\"", version: '1'}
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
      schemas:
        Item:
          type: object
          description: What is sold.
          required: [id, kind]
          properties:
            id: {type: integer, minimum: 1, readOnly: true}
            kind: {type: string, enum: [book, "say \\"\\\\(no)\\""]}
            price: {type: number, nullable: true, maximum: 99.5}
            parts: {type: array, items: {$ref: '#/components/schemas/Item'}}
            tags: {type: object, additionalProperties: {type: string}}
    paths:
      /items:
        get:
          operationId: listItems
          summary: Lists "items".
          parameters:
            - {name: kinds, in: query, schema: {type: array, items: {type: string}}, explode: false}
          responses:
            '200':
              description: The items.
              headers: {X-Count: {schema: {type: integer}, description: How many.}}
              content:
                application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}
            default:
              description: An error.
              content: {text/csv: {schema: {type: string}}}
        post:
          operationId: default
          security: [{key: []}]
          requestBody:
            required: true
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Item'}
                example: {kind: book, price: 1.5, parts: []}
          responses:
            '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
            '400': {description: Wrong.}
      /items/{id}:
        delete:
          operationId: deleteItem
          deprecated: true
          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
          responses:
            '204': {description: Gone.}
            '404': {description: None.}
          callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: x}}}}}}
    """

  private func files() throws -> [SwiftFile] { try Imported(Self.document).imported.swiftFiles }

  @Test func isWrittenAsListed() throws {
    let text = try files().map { "// ==== \($0.name)\n\($0.text)" }.joined(separator: "\n")
    try expectGolden(text, "shop.swift.txt")
  }

  @Test func linesFit() throws {
    for file in try files() {
      let lines = file.text.split(separator: "\n").filter { $0.count > SwiftLayout.width }
      #expect(lines == [])
    }
  }

  @Test func isTheSameAsItself() throws {
    let imported = try Imported(Self.document).imported
    #expect(imported.differences(from: imported.suite) == [])
  }

  /// A suite that differs is found, in each part.
  @Test(
    arguments: [
      ("type: integer, minimum: 1", "type: integer, minimum: 2", "schema of answer success"),
      ("name: X-Key", "name: X-Code", "credential"),
      ("'204'", "'200'", "responses"),
      ("example: {kind: book", "example: {kind: book, tags: {}", "examples"),
      ("How many.", "So many.", "responses"),
      ("operationId: deleteItem", "operationId: removeItem", "contracts"),
      ("deprecated: true", "deprecated: false", "notes"),
    ]
  )
  func differencesAreFound(_ old: String, _ new: String, _ part: String) throws {
    let imported = try Imported(Self.document).imported
    let other = try Imported(Self.document.replacing(old, with: new)).imported
    let differences = imported.differences(from: other.suite)
    #expect(differences.contains { $0.contains(part) }, "\(differences)")
  }

  /// Schemas that lead to themselves stand under names, whichever way they lead.
  @Test func schemasThatHoldThemselvesStandOnce() throws {
    let imported = try Imported(
      paths: """
        /trees:
          get:
            responses:
              '200':
                description: x
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Tree'}}
        """,
      and: """
        components:
          schemas:
            Tree: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, part: {$ref: '#/components/schemas/Tree/properties/inner'}, inner: {type: object, properties: {again: {$ref: '#/components/schemas/Tree/properties/inner'}}}}}
            Leaf: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree', description: Its tree}, own: {$ref: '#/components/schemas/Leaf'}}}
        """
    )
    let text = try #require(imported.imported.swiftFiles.last).text
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(
      lines.dropFirst(5).filter { !$0.hasPrefix("///") }.joined(separator: "\n") == """
        static let tree: Schema = .recursive("Tree") { _ in
        .object([
        .optional("leaf", Schemas.leaf),
        .optional("part", Schemas.part),
        .optional("inner", Schemas.part),
        ]).inOpenAPI(.draft202012, named: "Tree")
        }
        static let leaf: Schema = .recursive("Leaf") { leaf in
        .object([.optional("tree", Schemas.tree, "Its tree"), .optional("own", leaf)])
        .inOpenAPI(.draft202012, named: "Leaf")
        }
        static let part: Schema = .recursive("part") { _ in
        .object([.optional("again", Schemas.part)]).inOpenAPI(.draft202012)
        }
        }
        }
        """
    )
  }

  // MARK: - Importing again

  @Test func importingAgainChangesNothing() throws {
    let files = try files()
    let there = files.map { ($0.name, $0.text) } + [("Own.swift", "let own = 1\n")]
    let changes = SwiftChange.changes(to: files, among: there)
    #expect(changes.map(\.kind) == files.map { _ in .unchanged })
  }

  @Test func whatIsGoneIsRemovedAndOwnFilesStay() throws {
    let files = try files()
    let there = [
      (files[0].name, "// My own.\n" + files[0].text),
      (files[1].name, files[1].text.replacing("Lists", with: "Counts")),
      ("ShopXYAPI+Old.swift", files[1].text),
      ("Other.swift", files[1].text.replacing("from api.yaml", with: "from other.yaml")),
      ("Own.swift", "let own = 1\n"),
    ]
    let changes = SwiftChange.changes(to: files, among: there)
    #expect(changes.first?.kind == .kept)
    #expect(changes[1].kind == .written)
    #expect(changes.filter { $0.kind == .removed }.map(\.name) == ["ShopXYAPI+Old.swift"])
    #expect(changes.count == files.count + 1)
  }

  @Test func changesAreShownAsADiff() throws {
    let old = try files()[1]
    let document = Self.document.replacing("Lists \"items\".", with: "Lists all.")
    let new = try Imported(document).imported.swiftFiles[1]
    #expect(
      UnifiedDifference.text(of: "Sources/" + new.name, from: old.text, to: new.text) == """
        --- a/Sources/ShopXYAPI+ListItems.swift
        +++ b/Sources/ShopXYAPI+ListItems.swift
        @@ -3,12 +3,12 @@
         internal import Accord
        \(" ")
         extension ShopXYAPI {
        -  /// Lists "items".
        +  /// Lists all.
           ///
           /// `GET /items`
           static let listItems = Contract(
             "list-items",
        -    "Lists \\"items\\".",
        +    "Lists all.",
             name: "listItems",
             document: "api.yaml",
             effect: .readOnly,

        """
    )
    #expect(UnifiedDifference.text(of: "a", from: "x\n", to: "x\n") == "")
    #expect(
      UnifiedDifference.text(of: "a", from: nil, to: "x\n")
        == "--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+x\n"
    )
    #expect(
      UnifiedDifference.text(of: "a", from: "x\n", to: nil)
        == "--- a/a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
    )
  }
}
