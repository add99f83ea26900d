import AccordSchema
import Foundation
import Testing

@testable import AccordOpenAPI

/// References between files, and the bounds within which files are read.
@Suite struct DescriptionFilesTests {
  private static func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    return folder
  }

  @Test func referencesLeadThroughFilesInBothFormats() throws {
    let folder = try Self.folder([
      "api/openapi.yaml": """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a: {$ref: 'paths/a%20b.json'}
      components:
        schemas:
          X: {$ref: 'schemas.yaml#/X~1Y'}
      """,
      "api/paths/a b.json": """
      {
        "get": {
          "responses": {"200": {"description": "d", "content": {"application/json": {
            "schema": {"$ref": "../openapi.yaml#/components/schemas/X"}}}}}
        }
      }
      """,
      "api/schemas.yaml": """
      X/Y: {$ref: '#here'}
      Z: {$anchor: here, type: string}
      """,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/api/openapi.yaml"
    let description = try Description(contentsOf: path)
    #expect(description.problems.map(\.line) == [])
    #expect(description.files.count == 3)
    let item = try #require(try description.root["paths"]?["/a"]?.resolved())
    #expect(item.file.hasSuffix("api/paths/a b.json"))
    let schema = try #require(
      item[JSONPointer("/get/responses/200/content/application~1json/schema")]
    )
    #expect((schema.position.line, schema.position.column) == (4, 17))
    let target = try schema.resolved()
    #expect(target.file.hasSuffix("api/schemas.yaml"))
    #expect(target.pointer.description == "/Z")
    #expect(target.value == ["$anchor": "here", "type": "string"])
    let validator = try SchemaValidator(DescriptionSchemas(description).schema(at: schema))
    #expect(validator.admits("text") && !validator.admits(1))
  }

  @Test func filesOutsideTheFolderAreNotRead() throws {
    let folder = try Self.folder([
      "api/openapi.yaml": """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a: {$ref: '../a.yaml'}
        /b: {$ref: 'link.yaml'}
        /c: {$ref: 'none.yaml'}
        /d: {$ref: 'broken.json'}
      """,
      "a.yaml": "get: {}",
      "api/broken.json": "{",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/api/link.yaml",
      withDestinationPath: folder.path + "/a.yaml"
    )
    let path = folder.path + "/api/openapi.yaml"
    let messages = try Description(contentsOf: path).problems.map {
      $0.message.replacingOccurrences(of: folder.path, with: "")
    }
    #expect(
      messages == [
        #"The reference "../a.yaml" leads out of the folder "/api", inside of which files are read; name a folder that holds both files with --root."#,
        #"The reference "link.yaml" leads out of the folder "/api", inside of which files are read; name a folder that holds both files with --root."#,
        #"The reference "none.yaml" leads to "/api/none.yaml", and there is no such file."#,
        #"The reference "broken.json" leads to a file that cannot be read: /api/broken.json:1:2: error: The file is not JSON: expected a member name in quotes or '}', found the end of the text"#,
      ]
    )
    let wide = try Description(contentsOf: path, folder: folder.path).problems.map(\.message)
    #expect(!wide.contains { $0.contains("out of the folder") })
  }

  /// Whose files are read without being asked: those of the work that the document is part of.
  @Test func theFolderIsThatOfTheWork() throws {
    let folder = try Self.folder([
      "work/api/v1/a.yaml": "", "work/.git/HEAD": "", "other/api/a": "",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try #require(DescriptionFiles.real(folder.path))
    func work(_ parent: String, current: String? = nil, home: String? = nil) -> String {
      DescriptionFiles.work(around: path + parent, current: current, home: home)
    }
    #expect(work("/work/api/v1") == path + "/work")
    #expect(work("/work") == path + "/work")
    // Without .git it is the current folder, where the document is inside.
    #expect(work("/other/api") == path + "/other/api")
    #expect(work("/other/api", current: path + "/other") == path + "/other")
    #expect(work("/other/api", current: path + "/work") == path + "/other/api")
    // Nobody's home is one work, nor is all there is.
    #expect(work("/other/api", current: path, home: path) == path + "/other/api")
    #expect(work("/other/api", current: "/") == path + "/other/api")
    #expect(work("/work/api", home: path + "/work") == path + "/work/api")
  }

  @Test func filesOfTheWorkAreRead() throws {
    let folder = try Self.folder([
      "work/api/openapi.yaml": """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a: {$ref: '../shared/a.yaml'}
      """,
      "work/shared/a.yaml": "get: {responses: {'200': {description: d}}}",
      "work/.git/HEAD": "",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/work/api/openapi.yaml"
    #expect(try Description(contentsOf: path).problems.map(\.line) == [])
  }

  @Test func identifiersAndTheNameOfADocumentAreBases() throws {
    let text = """
      openapi: 3.2.0
      $self: https://example.com/apis/shop.yaml
      info: {title: A, version: '1'}
      components:
        schemas:
          A: {$ref: 'https://example.com/apis/shop.yaml#/components/schemas/B'}
          B:
            $id: https://example.com/schemas/b
            $defs:
              inner: {$ref: 'other#/$defs/deep'}
              other: {$id: other, $defs: {deep: {$anchor: deep, type: integer}}}
          C: {$ref: 'https://example.com/schemas/other#deep'}
          D: {$ref: '../schemas/other#deep'}
      """
    let description = try Description(parsing: Array(text.utf8), named: "shop.yaml")
    #expect(description.problems.map(\.line) == [])
    for name in ["C", "D"] {
      let schema = try #require(description.root["components"]?["schemas"]?[name])
      #expect(try schema.resolved()["type"]?.text == "integer")
    }
  }

  @Test func filesAreFoundBesideADocumentThatHasAnotherName() throws {
    let folder = try Self.folder([
      "openapi.yaml": """
      openapi: 3.2.0
      $self: https://example.com/apis/openapi.yaml
      info: {title: A, version: '1'}
      paths: {/a: {$ref: parts/a.yaml}, /b: {$ref: none.yaml}}
      components: {schemas: {A: {$ref: 'parts/a.yaml#/s'}}}
      """,
      "parts/a.yaml": "get: {}\ns: {$ref: '../openapi.yaml#/components/schemas/B'}",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let description = try Description(contentsOf: folder.path + "/openapi.yaml")
    let lines = description.problems.map {
      $0.line.replacingOccurrences(of: folder.path + "/", with: "")
    }
    #expect(
      lines == [
        ##"openapi.yaml:4:46: error: The reference "none.yaml" leads to "none.yaml", and there is no such file. (at /paths/~1b/$ref)"##,
        ##"parts/a.yaml:2:1: error: Expected declared members only, found the member "s". (at /s)"##,
        ##"parts/a.yaml:2:11: error: The reference "../openapi.yaml#/components/schemas/B" leads nowhere: there is no value at /components/schemas/B. (at /s/$ref)"##,
      ]
    )
  }

  @Test(
    arguments: [
      (
        "[]",
        "a.json:1:1: error: Expected an OpenAPI, Swagger or Arazzo document, found a value of the type array."
      ),
      (
        "{}",
        #"a.json:1:1: error: Expected one of the members "openapi", "swagger" and "arazzo", which say what the document is, found none."#
      ),
      (
        #"{"openapi": 3.1}"#,
        #"a.json:1:13: error: Expected the version of "openapi" as a string, found "3.1" without quotes; a version such as 3.1 is a number in YAML, write it as "3.1.0"."#
      ),
      (
        #"{"swagger": "1.2"}"#,
        #"a.json:1:13: error: Expected a version of "swagger" that is known, which are Swagger "2.0", OpenAPI "3.0.x", "3.1.x" and "3.2.x", and Arazzo "1.0.x" and "1.1.x", found "1.2"."#
      ),
      (
        "{\n \"a\": 1,\n}",
        "a.json:3:1: error: The file is not JSON: expected another value after the comma, found the closing bracket"
      ),
    ]
  )
  func whatIsNoDescriptionIsRefused(text: String, line: String) {
    do throws(DescriptionFailure) {
      _ = try Description(parsing: Array(text.utf8), named: "a.json")
      Issue.record("was read")
    } catch {
      #expect(error.line == line)
    }
  }

  @Test func whatCannotBeOpenedIsRefused() {
    for (path, reason) in [
      ("/nonexistent.yaml", DescriptionFailure.Reason.unreadable), ("/tmp", .folder),
      ("", .unreadable), ("a\0b", .unreadable),
    ] {
      do throws(DescriptionFailure) {
        _ = try Description(contentsOf: path)
        Issue.record("was read")
      } catch {
        #expect(error.reason == reason)
      }
    }
  }

  @Test func placesInALargeTextOnOneLine() throws {
    let filler = String(repeating: "é", count: 50_000)
    let text = #"{"openapi":"3.1.0","info":{"title":""# + filler + #"","version":"1"},"paths":[]}"#
    let description = try Description(parsing: Array(text.utf8), named: "a.json")
    let paths = try #require(description.root["paths"])
    #expect(paths.position.line == 1)
    #expect(paths.position.column == 50_062)
    #expect(paths.keyPosition.column == 50_054)
  }
}
