import Testing

extension CommandTests {
  /// What `validate` says beside yes and no.
  @Suite("validate: verdicts") struct ValidateVerdictTests {
    private func run(
      _ schema: String,
      _ value: String,
      _ options: [String] = []
    ) async throws -> ToolProcess.Outcome {
      let folder = try TestFolder()
      try folder.write(schema, to: "s.json")
      try folder.write(value, to: "x.json")
      return try await accord(["validate", "x.json", "--schema", "s.json"] + options, in: folder)
    }

    @Test("No verdict is said as what it is, and is no violation")
    func undecided() async throws {
      let text = "\"" + String(repeating: "a", count: 20) + "b\""
      let run = try await run(#"{"pattern": "^(a+)+\\1c$"}"#, text)
      #expect(run.status == 2)
      #expect(run.output.hasPrefix("x.json:1:1: no verdict: pattern: the root: expected a string "))
      #expect(
        run.output.hasSuffix("x.json: no verdict on s.json: 1 limit reached; try --effort 10\n")
      )
      let raised = try await self.run(#"{"pattern": "^(a+)+\\1c$"}"#, text, ["--effort", "3"])
      #expect(raised.status == 1, "\(raised.output)")
    }

    @Test("A reader that reaches its limit has no verdict either")
    func tooDeep() async throws {
      let text = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
      let run = try await run(##"{"items": {"$ref": "#"}}"##, text)
      #expect(run.status == 2)
      #expect(run.output.contains("no verdict: expected at most 512 nested arrays"))
      #expect(run.output.hasSuffix(": 1 limit reached; try --effort 10\n"))
      let deeper = String(repeating: "[", count: 3000) + String(repeating: "]", count: 3000)
      for effort in ["1", "1000"] {
        let run = try await self.run(##"{"items": {"$ref": "#"}}"##, deeper, ["--effort", effort])
        #expect(run.status == 2)
        #expect(run.output.hasSuffix(": 1 limit reached, which no higher --effort raises\n"))
      }
      let raised = try await self.run(##"{"items": {"$ref": "#"}}"##, text, ["--effort", "4"])
      #expect(raised.status == 0, "\(raised.output)")
    }

    @Test("A long chain of schemas has a verdict where the limits are raised")
    func deepSchemas() async throws {
      let links = (0..<8000).map { number in
        "\"d\(number)\": {\"$ref\": \"#/$defs/d\(number + 1)\", \"minimum\": 0}"
      }
      let definitions = links.joined(separator: ",") + #", "d8000": {"type": "integer"}"#
      let schema = "{\"$defs\": {\(definitions)}, \"$ref\": \"#/$defs/d0\"}"
      #expect(try await run(schema, "1").status == 2)
      #expect(try await run(schema, "1", ["--effort", "20"]).status == 0)
    }

    @Test("A count that was cut says so")
    func cut() async throws {
      let values = Array(repeating: "\"x\"", count: 1001).joined(separator: ",")
      let run = try await run(#"{"items": {"type": "integer"}}"#, "[\(values)]")
      #expect(run.status == 1)
      #expect(
        run.output.hasSuffix("x.json: the first 1,000 of at least 1,001 violations of s.json\n")
      )
      #expect(run.output.split(separator: "\n").count { $0.hasPrefix("x.json:1:") } == 1000)
    }

    @Test("The nearest alternative says why it does not hold")
    func alternatives() async throws {
      let schema = """
        {"oneOf": [
          {"properties": {"kind": {"const": "a"}, "n": {"type": "integer"}}, "required": ["kind"]},
          {"properties": {"kind": {"const": "b"}}, "required": ["kind", "m"]}
        ]}
        """
      let run = try await run(schema, "{\"kind\": \"a\",\n \"n\": \"x\"}")
      #expect(
        run.output == """
          x.json:1:1: oneOf: the root: expected a value that one of 2 alternatives admits, found an \
          object of 2 members, which none of them admits
            {"kind": "a",
            ^
            the nearest alternative fails at 2:7: type: /n: expected integer, found string "x"
          x.json: 1 violation of s.json

          """
      )
    }

    @Test("A pattern of Annex B is a warning, and refused where that is asked for")
    func patterns() async throws {
      let schema = #"{"pattern": "^https\\:\\/\\/"}"#
      let run = try await run(schema, "\"https://x\"")
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("warning: In the schema at /pattern: the pattern ^https"))
      #expect(try await self.run(schema, "\"http://x\"").status == 1)
      let strict = try await self.run(schema, "\"https://x\"", ["--strict-patterns"])
      #expect(strict.status == 64)
      #expect(strict.errors.contains(#"expected an escape of ECMA-262, found \:"#))
    }

    @Test("A draft is known by https too, and 1.0 is no integer in draft 4")
    func drafts() async throws {
      let seven = #"{"$schema": "https://json-schema.org/draft-07/schema", "type": "string"}"#
      #expect(try await run(seven, "\"x\"").status == 0)
      let four = #"{"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"}"#
      let run = try await run(four, "1.0")
      #expect(run.status == 1)
      #expect(run.output.contains("type: the root: expected integer, found number 1.0"))
    }

    @Test("- is standard input")
    func standardInput() async throws {
      let folder = try TestFolder()
      try folder.write(#"{"type": "integer"}"#, to: "s.json")
      let input = try folder.write("\"x\"", to: "piped")
      let arguments = ["validate", "-", "--schema", "s.json"]
      let run = try await accord(arguments, input: input, in: folder)
      #expect(run.status == 1)
      #expect(
        run.output == """
          <stdin>:1:1: type: the root: expected integer, found string "x"
            "x"
            ^
          <stdin>: 1 violation of s.json

          """
      )
      let xml = try folder.write("<a>7</a>", to: "piped.xml")
      let other = try await accord(arguments + ["--format", "xml"], input: xml, in: folder)
      #expect(other.status == 0)
      let empty = try await accord(arguments, in: folder)
      #expect(empty.status == 1 && empty.output.contains("not well-formed"))
    }
  }
}
