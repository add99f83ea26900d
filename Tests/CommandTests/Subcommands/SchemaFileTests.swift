import Testing

extension CommandTests {
  @Suite("validate --schema and export") struct SchemaFileTests {
    struct Body: CustomTestStringConvertible {
      var file: String
      var text: String
      var arguments: [String] = []
      /// The whole output; the exit status is 0 if the file conforms.
      var output: String

      var testDescription: String { file }
    }

    private static let schema = """
      {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "name": {"$ref": "name.json"}},
        "required": ["id"],
        "xml": {"name": "thing"}
      }
      """

    static let bodies = [
      Body(file: "a.json", text: #"{"id": 1}"#, output: "a.json: conforms to thing.json\n"),
      Body(
        file: "b.json",
        text: "{\n  \"id\": \"1\"\n}",
        output: """
          b.json:2:9: type: /id: expected integer, found string "1"
              "id": "1"
                    ^
          b.json: 1 violation of thing.json

          """
      ),
      Body(
        file: "c.xml",
        text: "<thing>\n  <id>x</id>\n</thing>",
        output: """
          c.xml:2:3: type: /thing/id: expected integer, found text "x"
              <id>x</id>
              ^
          c.xml: 1 violation of thing.json

          """
      ),
      Body(
        file: "d.csv",
        text: "id,name\n1,a\nx,b\n",
        output: """
          d.csv:3:1: type: /1/id: expected integer, found string "x"
            x,b
            ^
          d.csv: 1 violation of thing.json

          """
      ),
      Body(
        file: "e.jsv",
        text: "{id:x}",
        output: """
          e.jsv:1:5: type: /id: expected integer, found string "x"
            {id:x}
                ^
          e.jsv: 1 violation of thing.json

          """
      ),
      Body(
        file: "f.txt",
        text: "id=1&name=a",
        arguments: ["--format", "form"],
        output: "f.txt: conforms to thing.json\n"
      ),
      Body(
        file: "g.jsonl",
        text: "{\"id\": 1}\n{}\n",
        output: """
          g.jsonl:2:1: required: /1: expected a member "id", found none
            {}
            ^
          g.jsonl: 1 violation of thing.json

          """
      ),
    ]

    @Test("A file is held to a JSON Schema, in each format", arguments: bodies)
    func validates(_ body: Body) async throws {
      let folder = try TestFolder()
      try folder.write(Self.schema, to: "thing.json")
      try folder.write(#"{"type": "string", "minLength": 1}"#, to: "name.json")
      try folder.write(body.text, to: body.file)
      let schemas = ["--schema", "thing.json", "--schema", "name.json"]
      let run = try await accord(["validate", body.file] + schemas + body.arguments, in: folder)
      #expect(run.output == body.output)
      #expect(run.status == (body.output.contains(": conforms to ") ? 0 : 1))
      #expect(run.errors.isEmpty)
    }

    @Test("The draft of the command line counts, whatever the document calls itself")
    func draft() async throws {
      let folder = try TestFolder()
      // Beside $ref other keywords count since 2019-09 only.
      let schema = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "$ref": "#/$defs/a", "type": "string", "$defs": {"a": true}
        }
        """
      try folder.write(schema, to: "s.json")
      try folder.write("7", to: "x.json")
      let arguments = ["validate", "x.json", "--schema", "s.json"]
      #expect(try await accord(arguments, in: folder).status == 0)
      #expect(try await accord(arguments + ["--draft", "2020-12"], in: folder).status == 1)
    }

    @Test(
      "A schema that cannot be used, and operands that do not fit, end with 64",
      arguments: [
        (["x.json", "--schema", "broken.json"], #"The schema "broken.json" is not JSON: "#),
        (["x.json", "--schema", "wrong.json"], #"The schema "wrong.json" cannot be used: "#),
        (
          ["x.json", "--schema", "lost.json"],
          #"The schema "lost.json" refers to "other.json", and there is no such file. "#
            + "Give the file by a further --schema FILE."
        ),
        (
          ["x.json", "--schema", "none.json"],
          #"The schema "none.json" cannot be read. Check the path and its permissions."#
        ),
        (["a", "x.json", "--strict-patterns"], "--strict-patterns is for a schema: "),
        (["a", "x.json", "--schema-root", "."], "--schema-root is for a schema: "),
        (["a", "x.json", "--effort", "0"], "--effort expects 1 to 1000, found 0."),
        (["x.json"], "Expected a payload and a file, found 1 operand."),
        (
          ["a", "x.json", "--schema", "s.json"],
          "Expected a file, because --schema is given, found 2 operands."
        ),
        (["a", "x.json", "--draft", "7"], "--draft is for a schema: give one by --schema."),
      ] as [([String], String)]
    )
    func refused(_ arguments: [String], _ message: String) async throws {
      let folder = try TestFolder()
      try folder.write("{", to: "broken.json")
      try folder.write(#"{"type": 7}"#, to: "wrong.json")
      try folder.write(#"{"$ref": "other.json"}"#, to: "lost.json")
      try folder.write("{}", to: "x.json")
      let run = try await accord(["validate"] + arguments, in: folder)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: " + message), "\(run.errors)")
      // Only a wrong command line is told how to be right.
      #expect(run.errors.contains("Usage:") == !message.hasPrefix("The schema"), "\(run.errors)")
      #expect(run.output.isEmpty)
    }

    @Test("An exported JSON Schema validates the XML and the JSON of its payload")
    func roundTrip() async throws {
      let folder = try TestFolder()
      let payload = "contacts.connections/request"
      let export = try await accord(["export", payload, "--output", "out"], in: folder)
      let path = "out/contacts.connections-request.json"
      #expect(export.output == "wrote \(path)\n")
      #expect(export.status == 0)
      let namespace =
        "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel"
      let text = """
        <GetConnectionsToContact xmlns="\(namespace)">
          <ContactId>nine</ContactId>
        </GetConnectionsToContact>
        """
      try folder.write(text, to: "x.xml")
      let named = try await accord(["validate", payload, "x.xml"], in: folder)
      let loaded = try await accord(["validate", "x.xml", "--schema", path], in: folder)
      #expect(named.status == 1)
      #expect(loaded.status == 1)
      #expect(
        named.output.replacing(payload, with: "") == loaded.output.replacing(path, with: "")
      )
    }

    @Test("An XML Schema comes with its files and with what it cannot say")
    func xmlSchema() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["export", "contacts.connections/response", "--to", "xsd"],
        in: folder
      )
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("wrote contacts.connections-response.xsd\n"))
      #expect(run.output.contains("\nnote: The schema: the XML Schema refuses more: "))
      #expect(folder.has("contacts.connections-response.xsd"))
    }
  }
}
