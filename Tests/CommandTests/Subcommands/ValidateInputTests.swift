import Testing

extension CommandTests {
  /// Where `validate` reads from, and what it says of what it reads.
  @Suite("validate: input") struct ValidateInputTests {
    /// Runs lines of a shell, in which `accord` is the tool.
    private func shell(
      _ script: String,
      in folder: TestFolder
    ) async throws -> ToolProcess.Outcome {
      let accord = "accord() { '\(try Tool.path)' \"$@\"; }\n"
      let process = try ToolProcess("/bin/sh", ["-c", accord + script], in: folder)
      return try await process.outcome()
    }

    private func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write(#"{"type": "string"}"#, to: "s.json")
      try folder.write("1", to: "x.json")
      return folder
    }

    @Test(
      "Pipes and devices are read to their end, as the file and as the schema",
      arguments: [
        ("mkfifo p; cat x.json > p & accord validate p --schema s.json", "p", "s.json"),
        ("mkfifo p; cat s.json > p & accord validate x.json --schema p", "x.json", "p"),
        ("accord validate /dev/stdin --schema s.json < x.json", "/dev/stdin", "s.json"),
        ("cat x.json | accord validate /dev/stdin --schema s.json", "/dev/stdin", "s.json"),
        ("cat s.json | accord validate x.json --schema /dev/fd/0", "x.json", "/dev/fd/0"),
        ("cat x.json | accord validate - --schema s.json", "<stdin>", "s.json"),
      ]
    )
    func pipes(script: String, file: String, schema: String) async throws {
      let run = try await shell(script, in: folder())
      #expect(
        run.output == """
          \(file):1:1: type: the root: expected string, found integer 1
            1
            ^
          \(file): 1 violation of \(schema)

          """
      )
      #expect(run.errors.isEmpty && run.status == 1)
    }

    @Test("A further schema that is a pipe is read once, however it is referred to")
    func furtherSchema() async throws {
      let folder = try folder()
      try folder.write(#"{"$ref": "https://example.com/p"}"#, to: "r.json")
      let script = "mkfifo p; cat s.json > p & accord validate x.json --schema r.json --schema p"
      let run = try await shell(script, in: folder)
      #expect(run.status == 1 && run.output.hasSuffix("x.json: 1 violation of r.json\n"))
    }

    @Test("An endless device has no verdict")
    func endless() async throws {
      let run = try await accord(
        ["validate", "/dev/zero", "--schema", "s.json", "--format", "form"],
        in: folder()
      )
      #expect(
        run.output == """
          /dev/zero: no verdict: expected at most 268435456 bytes, found more
          /dev/zero: no verdict on s.json: 1 limit reached; try --effort 10

          """
      )
      #expect(run.status == 2)
    }

    @Test(
      "Standard input that cannot be read is a wrong command line",
      arguments: ["<&-", "< .", "0> written"]
    )
    func unreadable(redirection: String) async throws {
      let run = try await shell("accord validate - --schema s.json \(redirection)", in: folder())
      #expect(
        run.errors.hasPrefix(
          "Error: Standard input cannot be read. Pipe a body into the command, or name a file in "
            + "place of -.\n"
        )
      )
      #expect(run.status == 64 && run.output.isEmpty)
    }

    @Test("A folder is no file")
    func aFolder() async throws {
      let run = try await accord(["validate", ".", "--schema", "s.json"], in: folder())
      #expect(
        run.errors.hasPrefix(
          "Error: Cannot read \".\": it is a folder. Name a file in it.\n"
        )
      )
      #expect(run.status == 64)
    }

    @Test("XML with a document type declaration is not supported, which is no verdict")
    func documentType() async throws {
      let folder = try folder()
      let text = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
      try folder.write(text, to: "d.xml")
      let run = try await accord(["validate", "d.xml", "--schema", "s.json"], in: folder)
      #expect(
        run.output == """
          d.xml:2:1: not supported: expected no document type declaration, found <!DOCTYPE; it is \
          refused, so that no entity is expanded and nothing is fetched
            <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>
            ^
          d.xml: no verdict on s.json: the document could not be read

          """
      )
      #expect(run.status == 2 && run.errors.isEmpty)
      try folder.write("<a/><!DOCTYPE a>", to: "d.xml")
      let misplaced = try await accord(["validate", "d.xml", "--schema", "s.json"], in: folder)
      #expect(misplaced.status == 1 && misplaced.output.contains(": not well-formed: "))
    }

    @Test("A node type that is not read is no verdict on XML, and nothing to JSON")
    func nodeType() async throws {
      let folder = try folder()
      let schema = #"{"properties": {"t": {"type": "string", "xml": {"nodeType": "text"}}}}"#
      try folder.write(schema, to: "n.json")
      try folder.write("<a>x</a>", to: "x.xml")
      try folder.write(#"{"t": "x"}"#, to: "n.txt")
      let xml = try await accord(["validate", "x.xml", "--schema", "n.json"], in: folder)
      #expect(
        xml.output == """
          x.xml: not supported: In the schema at /properties/t/xml/nodeType: the nodeType "text" is not \
          supported here; in XML the value is looked for in an element of its own.
          x.xml: no verdict on n.json: what the schema says of XML is not supported

          """
      )
      #expect(xml.status == 2 && xml.errors.isEmpty)
      let json = try await accord(["validate", "n.txt", "--schema", "n.json"], in: folder)
      #expect(json.status == 0 && json.errors.isEmpty)
    }

    @Test("A member that stands twice is a warning, and both its values are held to the schema")
    func duplicates() async throws {
      let folder = try folder()
      let schema = #"{"type": "object", "properties": {"a": {"type": "integer"}}}"#
      try folder.write(schema, to: "o.json")
      for (text, status) in [(#"{"a": 1, "\u0061": 2}"#, Int32(0)), (#"{"a": 1, "a": "x"}"#, 1)] {
        try folder.write(text, to: "d.json")
        for (format, arguments) in [("json", []), ("jsonl", ["--format", "jsonl"])] {
          let run = try await accord(
            ["validate", "d.json", "--schema", "o.json"] + arguments,
            in: folder
          )
          #expect(
            run.errors
              == "warning: d.json:1:10: the member name \"a\" stands twice in one object, first at "
              + "line 1, column 2; each of its values is held to the schema.\n",
            "\(format)"
          )
          #expect(run.status == status)
        }
      }
    }

    @Test("So it is in a schema, where the first one counts")
    func duplicatesInSchema() async throws {
      let folder = try folder()
      try folder.write("{\"type\": \"string\",\n\"type\": \"integer\"}", to: "t.json")
      let run = try await accord(["validate", "x.json", "--schema", "t.json"], in: folder)
      #expect(
        run.errors
          == "warning: t.json:2:1: the member name \"type\" stands twice in one object, first at line "
          + "1, column 2; the first of them counts.\n"
      )
      #expect(run.status == 1)
    }
  }
}
