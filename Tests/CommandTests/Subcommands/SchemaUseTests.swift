import FoundationEssentials
import Testing

extension CommandTests {
  /// What a schema file may be, and what it may lead to.
  @Suite("validate --schema: files") struct SchemaUseTests {
    private static let order = """
      {
        "openapi": "3.0.3",
        "components": {"schemas": {
          "Order": {"type": "object", "required": ["id"], "properties": {
            "id": {"$ref": "#/components/schemas/Id"}, "note": {"type": "string", "nullable": true}
          }},
          "Id": {"type": "string"}
        }}
      }
      """

    /// A file that is no schema, and what is said of it.
    struct Refused: CustomTestStringConvertible {
      var schema: String
      var text: String
      var place = ""
      var message: String

      var testDescription: String { schema }
    }

    static let refused = [
      Refused(
        schema: "o.json",
        text: order,
        message: """
          The schema "o.json" is an OpenAPI 3.0.3 document, not a JSON Schema. Select one of its \
          schemas, such as --schema "o.json#/components/schemas/Order".
          """
      ),
      Refused(
        schema: "o.json#/components/schemas/Ordr",
        text: order,
        message: """
          The schema "o.json" has no "Ordr" at #/components/schemas. Did you mean "Order"?
          """
      ),
      Refused(
        schema: "o.json#/components/schemas",
        text: order,
        message: """
          The schema "o.json" at #/components/schemas is an object without a keyword of JSON Schema: \
          its members are "Order", "Id". If a schema stands inside, select it: \
          --schema "o.json#/components/schemas/Order".
          """
      ),
      Refused(
        schema: "w.json",
        text: #"{"swagger": "2.0", "paths": {}}"#,
        message: """
          The schema "w.json" is a Swagger 2.0 document, not a JSON Schema. It names no schema under \
          /definitions; select one by its JSON Pointer behind #.
          """
      ),
      Refused(
        schema: "a.json",
        text: "[1, 2]",
        message: """
          The schema "a.json" is an array of 2 items, not a JSON Schema. A schema inside is selected by \
          its JSON Pointer behind #.
          """
      ),
      Refused(
        schema: "u.json",
        text: #"{"id": "x", "price": 2}"#,
        message: """
          The schema "u.json" is an object without a keyword of JSON Schema: its members are "id", \
          "price". If a schema stands inside, select it: --schema "u.json#/POINTER".
          """
      ),
      Refused(
        schema: "y.yaml",
        text: "type: string\n",
        message: """
          The schema "y.yaml" is not JSON: line 1, column 2: expected the literal true, found 'y'; \
          YAML is not read: convert it to JSON.
          """
      ),
      Refused(
        schema: "m.json",
        text: #"{"$schema": "https://example.com/mine", "type": "string"}"#,
        message: """
          The schema "m.json" says by $schema that it follows "https://example.com/mine", which is no \
          draft that is known. Say by --draft which one it is (4, 6, 7, 2019-09, 2020-12), or give the \
          meta-schema by a further --schema FILE.
          """
      ),
      Refused(
        schema: "o.json",
        text: #"{"openapi": "3.1.0", "a": {"$schema": "https://example.com/mine"}}"#,
        place: "#/a",
        message: """
          The schema "o.json" says by $schema that it follows "https://example.com/mine", which is no \
          draft that is known. Give the meta-schema by a further --schema FILE.
          """
      ),
      Refused(
        schema: "o.json",
        text: #"{"openapi": "3.1.0", "jsonSchemaDialect": "https://example.com/mine", "a": {}}"#,
        place: "#/a",
        message: """
          The schema "o.json" says by jsonSchemaDialect that it follows "https://example.com/mine", \
          which is no draft that is known. Give the meta-schema by a further --schema FILE.
          """
      ),
      Refused(
        schema: "o.json",
        text: #"{"openapi": "4.0.0", "a": {}}"#,
        place: "#/a",
        message: """
          The schema "o.json" cannot be used: In the schema at /openapi: expected a version that is \
          known, which are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 (a string such as "3.1.0"), found \
          string "4.0.0".
          """
      ),
      Refused(
        schema: "o.json",
        text: #"{"openapi": 3.1, "a": {}}"#,
        place: "#/a",
        message: """
          The schema "o.json" cannot be used: In the schema at /openapi: expected a version that is \
          known, which are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 (a string such as "3.1.0"), found \
          number 3.1.
          """
      ),
      Refused(
        schema: "deep.json",
        text: String(repeating: "[", count: 600),
        message: """
          The schema "deep.json" cannot be read: line 1, column 513: expected at most 512 nested arrays \
          and objects, found one more. No option raises this limit.
          """
      ),
      Refused(
        schema: "r.json",
        text: ##"{"$ref": "#"}"##,
        message: """
          The schema "r.json" cannot be used: In the schema at its root: the schema applies itself to \
          the same value, which never ends; let the reference stand inside a keyword that leads to a \
          part of the value, such as properties or items.
          """
      ),
      Refused(
        schema: "d.json",
        text: ##"{"$dynamicAnchor": "x", "$dynamicRef": "#x"}"##,
        message: """
          The schema applies itself to the same value at its root, which never ends; let the reference \
          stand inside a keyword that leads to a part of the value.
          """
      ),
      Refused(
        schema: "whole.json",
        text: ##"{"openapi": "3.1.0", "components": {"schemas": {"a": {"$ref": "#"}}}}"##,
        place: "#/components/schemas/a",
        message: """
          The schema "whole.json" cannot be used: In the schema at /components/schemas/a/$ref: expected \
          a JSON Schema, found an OpenAPI 3.1.0 document; select one of its schemas.
          """
      ),
      Refused(
        schema: "z.json",
        text: ##"{"items": {"$ref": "#/$defs/a%zz"}}"##,
        message: """
          The schema "z.json" cannot be used: In the schema at /items/$ref: the reference \
          "#/$defs/a%zz" cannot be read: "%zz" is no percent escape; write % itself as %25.
          """
      ),
      Refused(
        schema: "z.json",
        text: ##"{"$ref": "#a%"}"##,
        message: """
          The schema "z.json" cannot be used: In the schema at /$ref: the reference "#a%" cannot be \
          read: "%" is no percent escape; write % itself as %25.
          """
      ),
      Refused(
        schema: "z.json",
        text: ##"{"$ref": "#/%E9"}"##,
        message: """
          The schema "z.json" cannot be used: In the schema at /$ref: the reference "#/%E9" cannot be \
          read: its percent escapes are no UTF-8; escape the bytes of its UTF-8.
          """
      ),
      Refused(
        schema: "z.json",
        text: #"{"$ref": "a%zz.json"}"#,
        message: """
          The schema "z.json" refers to "a%zz.json", which cannot be read: "%zz" is no percent escape; \
          write % itself as %25.
          """
      ),
      Refused(
        schema: "z.json",
        text: #"{"$ref": "a%00.json"}"#,
        message: """
          The schema "z.json" refers to "a%00.json", and no file has %00 in its name.
          """
      ),
      Refused(
        schema: "z.json",
        text: #"{"$defs": {"a%": {}}}"#,
        place: "#/$defs/a%",
        message: """
          The schema "z.json" has no place "#/$defs/a%": "%" is no percent escape; write % itself as %25.
          """
      ),
      Refused(
        schema: "z.json",
        text: #"{"$defs": {"a%": {}}}"#,
        place: "#here%C3",
        message: """
          The schema "z.json" has no place "#here%C3": its percent escapes are no UTF-8; escape the \
          bytes of its UTF-8.
          """
      ),
      Refused(
        schema: "h.json",
        text: #"{"$ref": "https://example.com/a.json"}"#,
        message: """
          The schema "h.json" refers to "https://example.com/a.json", which is not fetched. Give a file \
          of it by a further --schema FILE; its name or its $id tells which it is.
          """
      ),
    ]

    @Test("What is no schema is said, and nothing conforms to it", arguments: refused)
    func refuses(_ refused: Refused) async throws {
      let folder = try TestFolder()
      let file = String(refused.schema.prefix { $0 != "#" })
      try folder.write(refused.text, to: file)
      try folder.write("{}", to: "x.txt")
      let schema = refused.schema + refused.place
      let run = try await accord(["validate", "x.txt", "--schema", schema], in: folder)
      #expect(run.errors == "Error: \(refused.message)\n")
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
    }

    @Test("The draft of an OpenAPI document is that of its version, and no other")
    func draft() async throws {
      let folder = try TestFolder()
      try folder.write(Self.order, to: "o.json")
      try folder.write("{}", to: "x.json")
      let run = try await accord(
        ["validate", "x.json", "--schema", "o.json#/components/schemas/Id", "--draft", "7"],
        in: folder
      )
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix(
          "Error: --draft is not for an OpenAPI 3.0.3 document: the version 3.0.3 of \"o.json\" says "
            + "which draft its schemas follow. Leave it out.\n"
        )
      )
    }

    @Test("A folder is no schema")
    func folderAsSchema() async throws {
      let folder = try TestFolder()
      try folder.write("{}", to: "x.json")
      let run = try await accord(["validate", "x.json", "--schema", "."], in: folder)
      #expect(run.status == 64)
      #expect(
        run.errors
          == "Error: The schema \".\" is a folder. Name the file in it that holds the schema.\n"
      )
    }

    @Test("A place that is selected says by $schema which draft it is, and elsewhere it is ignored")
    func statedDraft() async throws {
      let folder = try TestFolder()
      let four = #""$schema": "http://json-schema.org/draft-04/schema#", "type": "integer""#
      try folder.write(
        "{\"openapi\": \"3.1.0\", \"a\": {\(four)}, \"b\": {\"items\": {\(four)}}}",
        to: "o.json"
      )
      try folder.write("1.0", to: "x.json")
      try folder.write("[1.0]", to: "y.json")
      let root = try await accord(["validate", "x.json", "--schema", "o.json#/a"], in: folder)
      #expect(root.status == 1 && root.errors.isEmpty)
      let inner = try await accord(["validate", "y.json", "--schema", "o.json#/b"], in: folder)
      #expect(inner.status == 0)
      #expect(
        inner.errors
          == "warning: In the schema at /b/items/$schema: $schema, which names "
          + "http://json-schema.org/draft-04/schema#, is ignored: it counts at the root of a document, "
          + "beside an identifier, in a schema that is selected, and in the schemas that an OpenAPI "
          + "document of 3.1 or later names.\n"
      )
      // The draft of the command line goes before.
      try folder.write("{\"$defs\": {\"a\": {\(four)}}}", to: "s.json")
      let place = ["validate", "x.json", "--schema", "s.json#/$defs/a"]
      #expect(try await accord(place, in: folder).status == 1)
      #expect(try await accord(place + ["--draft", "7"], in: folder).status == 0)
    }

    @Test("A place in an OpenAPI document is a schema of its version")
    func place() async throws {
      let folder = try TestFolder()
      try folder.write(Self.order, to: "o.json")
      try folder.write(#"{"id": "a", "note": null}"#, to: "right.json")
      try folder.write(#"{"id": null}"#, to: "wrong.json")
      let place = ["--schema", "o.json#/components/schemas/Order"]
      let right = try await accord(["validate", "right.json"] + place, in: folder)
      #expect(right.output == "right.json: conforms to o.json#/components/schemas/Order\n")
      #expect(right.status == 0 && right.errors.isEmpty)
      let wrong = try await accord(["validate", "wrong.json"] + place, in: folder)
      #expect(wrong.status == 1)
      #expect(wrong.output.hasPrefix("wrong.json:1:8: type: /id: expected string, found null\n"))
    }

    @Test("A reference into an OpenAPI document is read as the document says")
    func reference() async throws {
      let folder = try TestFolder()
      try folder.write(Self.order, to: "o.json")
      try folder.write(##"{"items": {"$ref": "o.json#/components/schemas/Order"}}"##, to: "s.json")
      try folder.write(#"[{"id": "a", "note": null}]"#, to: "right.json")
      try folder.write(#"[{"id": null}]"#, to: "wrong.json")
      let right = try await accord(["validate", "right.json", "--schema", "s.json"], in: folder)
      #expect(right.output == "right.json: conforms to s.json\n")
      #expect(right.status == 0 && right.errors.isEmpty)
      let wrong = try await accord(["validate", "wrong.json", "--schema", "s.json"], in: folder)
      #expect(wrong.status == 1)
    }

    @Test("A name with a blank, a percent sign or another letter is selected, escaped or not")
    func escapedPlaces() async throws {
      let folder = try TestFolder()
      try folder.write(#"{"$defs": {"a b": {"type": "string"}, "5%é": false}}"#, to: "s.json")
      try folder.write("1", to: "x.json")
      for place in ["/$defs/a b", "/$defs/a%20b", "/%24defs/5%25é", "/$defs/5%25%c3%A9"] {
        let schema = "s.json#\(place)"
        let run = try await accord(["validate", "x.json", "--schema", schema], in: folder)
        #expect(run.status == 1, "\(place): \(run.errors)")
      }
    }

    @Test("--schema-root is a folder")
    func rootIsAFolder() async throws {
      let folder = try TestFolder()
      try folder.write("{}", to: "s.json")
      try folder.write("1", to: "x.json")
      let arguments = ["validate", "x.json", "--schema", "s.json", "--schema-root"]
      for (root, message) in [
        (
          "x.json",
          "\"x.json\" is a file. Name the folder that holds the files to which the schema refers."
        ), ("nope", "there is no folder \"nope\". Check the path."),
        ("", "there is no folder \"\". Check the path."),
      ] {
        let run = try await accord(arguments + [root], in: folder)
        #expect(run.errors == "Error: --schema-root: \(message)\n")
        #expect(run.status == 64 && run.output.isEmpty)
      }
    }

    @Test("A file whose name has a # is that file")
    func hashInName() async throws {
      let folder = try TestFolder()
      try folder.write(#"{"type": "string"}"#, to: "s#1.json")
      try folder.write("1", to: "x.json")
      let run = try await accord(["validate", "x.json", "--schema", "s#1.json"], in: folder)
      #expect(run.status == 1)
    }

    @Test("A schema that says nothing is used, and that is said")
    func vacuous() async throws {
      let folder = try TestFolder()
      try folder.write(#"{"definitions": {"a": {"type": "string"}}}"#, to: "s.json")
      try folder.write("1", to: "x.json")
      let run = try await accord(["validate", "x.json", "--schema", "s.json"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.errors
          == "warning: The schema \"s.json\" says nothing of any value, so that everything conforms.\n"
      )
    }

    // MARK: - Other files

    /// `main/s.json` refers to what is given; beside the folder stands a schema that refuses all.
    private static func folder(_ reference: String) throws -> TestFolder {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/main/in/side",
        withIntermediateDirectories: true
      )
      try folder.write(#"{"items": {"$ref": "\#(reference)"}}"#, to: "main/s.json")
      try folder.write(#"{"$ref": "in/inner.json#/$defs/a"}"#, to: "main/name one.json")
      try folder.write(
        #"{"$defs": {"a": {"$ref": "../last.json"}}, "x": {"$ref": "../last.json"}}"#,
        to: "main/in/inner.json"
      )
      try folder.write(#"{"type": "string"}"#, to: "main/last.json")
      try folder.write(#"{"type": "string"}"#, to: "outer.json")
      try folder.write("[1]", to: "x.json")
      return folder
    }

    @Test(
      "References to files in the folder of the schema are followed",
      arguments: [
        "last.json", "./last.json", "in/../last.json", "name%20one.json", "in/inner.json#/x",
        "in/inner.json#/$defs/a",
      ]
    )
    func siblings(reference: String) async throws {
      let folder = try Self.folder(reference)
      let run = try await accord(["validate", "x.json", "--schema", "main/s.json"], in: folder)
      #expect(run.status == 1, "\(run.errors)")
      #expect(run.output.contains("type: /0: expected string, found integer 1"))
    }

    @Test(
      "Nothing outside of it is read unless that is asked for",
      arguments: ["../outer.json", "link.json", "linked/outer.json"]
    )
    func outside(reference: String) async throws {
      let folder = try Self.folder(reference)
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: "\(folder.path)/main/link.json",
        withDestinationPath: "../outer.json"
      )
      try files.createSymbolicLink(
        atPath: "\(folder.path)/main/linked",
        withDestinationPath: folder.path
      )
      let arguments = ["validate", "x.json", "--schema", "main/s.json"]
      let refused = try await accord(arguments, in: folder)
      #expect(refused.status == 64)
      let name = reference == "../outer.json" ? "outer.json" : "main/\(reference)"
      #expect(
        refused.errors
          == "Error: The schema \"main/s.json\" refers to \"\(name)\", which is outside the folder "
          + "\"main\". Give the file by a further --schema FILE, or name a folder that holds both by "
          + "--schema-root.\n"
      )
      let allowed = try await accord(arguments + ["--schema-root", "."], in: folder)
      #expect(allowed.status == 1, "\(allowed.errors)")
      let named = try await accord(arguments + ["--schema", "outer.json"], in: folder)
      #expect(named.status == (reference == "link.json" ? 64 : 1), "\(named.errors)")
    }

    @Test("Documents that name themselves lead to the files beside them, and so do given ones")
    func identifiers() async throws {
      let folder = try TestFolder()
      try folder.write(
        #"{"$id": "https://example.com/a/s.json", "items": {"$ref": "t.json"}}"#,
        to: "s.json"
      )
      try folder.write(#"{"type": "string"}"#, to: "t.json")
      try folder.write(#"{"items": {"$ref": "https://example.com/b/t.json"}}"#, to: "far.json")
      try folder.write("[1]", to: "x.json")
      for schemas in [["s.json"], ["far.json", "--schema", "t.json"]] {
        let run = try await accord(["validate", "x.json", "--schema"] + schemas, in: folder)
        #expect(run.status == 1, "\(run.errors)")
      }
    }
  }
}
