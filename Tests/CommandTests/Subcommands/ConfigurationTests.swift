import Testing

extension CommandTests {
  /// Settings in a file.
  @Suite("accord.json") struct ConfigurationTests {
    static let settings = """
      {
        "openapi": "pets.yaml",
        "report": "tap=-",
        "strict": true,
        "targets": {
          "one": {"case": "*/get-pet/example/usual", "given": {"pets.petId": [4, 5]}},
          "two": {"report": ["json=two.json"], "minCoverage": 1, "readOnly": false}
        }
      }
      """

    private func folder(_ settings: String = settings) throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write(OpenAPITests.pets, to: "pets.yaml")
      try folder.write(settings, to: "accord.json")
      return folder
    }

    @Test("It is read by itself")
    func isRead() async throws {
      let folder = try folder()
      let run = try await accord(["verify"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("pets/list-pets/example/usual"))
      let list = try await accord(["list"], in: folder)
      #expect(list.output.contains("pets/list-pets/example/usual"))
      let none = try await accord(["list", "--no-config"], in: folder)
      #expect(!none.output.contains("pets/"))
    }

    @Test("A target is verified by its name, and says more than the file")
    func targets() async throws {
      let folder = try folder()
      let one = try await accord(["verify", "one"], in: folder)
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.output.contains("pets/get-pet/example/usual"))
      #expect(!one.output.contains("pets/list-pets"))
      let two = try await accord(["verify", "two"], in: folder)
      #expect(two.status == 0, "\(two.errors)")
      #expect(folder.has("two.json"))
    }

    @Test("The command line goes before it")
    func commandLine() async throws {
      let folder = try folder()
      let run = try await accord(
        ["verify", "one", "--case", "*/list-pets/example/usual"],
        in: folder
      )
      #expect(run.output.contains("pets/list-pets/example/usual"))
      #expect(!run.output.contains("pets/get-pet"))
    }

    @Test("What is in force is shown with its place")
    func config() async throws {
      let run = try await accord(["config", "one"], in: try folder())
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.output == """
          --openapi pets.yaml
            accord.json:2
          --case */get-pet/example/usual
            accord.json:6 (one)
          --given pets.petId=4,5
            accord.json:6 (one)
          --report tap=-
            accord.json:3
          --strict
            accord.json:4
          targets: one, two

          """
      )
    }

    @Test("The schema is written, and admits what is read")
    func schema() async throws {
      let folder = try folder()
      let run = try await accord(["config", "--schema"], in: folder)
      try folder.write(run.output, to: "schema.json")
      let check = try await accord(
        ["validate", "accord.json", "--schema", "schema.json", "--no-config"],
        in: folder
      )
      #expect(check.output == "accord.json: conforms to schema.json\n", "\(check.errors)")
      try folder.write(#"{"targets": {"x": {"sever": "http://a"}}}"#, to: "wrong.json")
      let wrong = try await accord(
        ["validate", "wrong.json", "--schema", "schema.json", "--no-config"],
        in: folder
      )
      #expect(wrong.status == 1)
    }

    @Test("Other environment variables are read, by their names")
    func variables() async throws {
      let secured = OpenAPITests.pets.replacing(
        "components:",
        with: """
          security: [{key: []}]
          components:
            securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
          """
      )
      let folder = try folder(
        #"{"openapi": "pets.yaml", "targets": {"live": {"credentials": {"PETS_KEY": "LIVE_KEY"}}}}"#
      )
      try folder.write(secured, to: "pets.yaml")
      let mock = try await MockProcess(in: folder)
      let arguments = ["verify", "live", "--server", mock.address, "--report", "tap=-"]
      let known = try await accord(
        arguments,
        environment: ["LIVE_KEY": MockProcess.token],
        in: folder
      )
      #expect(known.output.contains("pets/list-pets/example/usual"))
      #expect(!known.output.contains("PETS_KEY"), "\(known.output)")
      let unknown = try await accord(
        arguments,
        environment: ["PETS_KEY": MockProcess.token],
        in: folder
      )
      #expect(unknown.output.contains("PETS_KEY"), "\(unknown.output)")
    }

    @Test("What wrong requests get is stated, and is a promise then")
    func refusals() async throws {
      let usual = try await accord(["document", "--output", "a"], in: try folder())
      #expect(usual.status == 0, "\(usual.errors)")
      let folder = try folder(
        #"{"openapi": "pets.yaml", "refusals": {"*/parameter/limit/invalid": 422, "get-pet/*": "none"}}"#
      )
      let list = try await accord(["list"], in: folder)
      #expect(list.output.contains("pets/list-pets/parameter-invalid/limit"))
      #expect(!list.output.contains("pets/get-pet/parameter-invalid"), "\(list.output)")
      // Its mock answers so, and nothing about it is assumed.
      let run = try await accord(["verify", "--report", "json=run.json", "--strict"], in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(folder.text(of: "run.json").contains("422"))
      let unknown = try await accord(
        ["list", "--refusal", "list-pets/parameter/limits/invalid=422"],
        in: folder
      )
      #expect(
        unknown.errors.hasPrefix(
          "Error: --refusal: no wrong request is \"list-pets/parameter/limits/invalid\". Did you mean "
            + "\"list-pets/parameter/limit/invalid\"?\n"
        ),
        "\(unknown.errors)"
      )
      let wrong = try await accord(["list", "--refusal", "get-pet/x=200"], in: folder)
      #expect(
        wrong.errors.hasPrefix(
          "Error: --refusal expects CONTRACT/PLACE=STATUS with a status from 400 to 599, or none, found "
            + "\"get-pet/x=200\".\n"
        )
      )
    }

    static let wrong: [(settings: String, message: String)] = [
      (
        #"{"sever": "http://a"}"#,
        "error: accord.json:1:11: /sever: No setting is called \"sever\". Did you mean \"server\"?\n"
      ),
      (
        "{\"targets\": {\n\"live\": {\"jobs\": 0}}}",
        "error: accord.json:2:18: /targets/live/jobs: Expected at least 1, found integer 0.\n"
      ),
      (
        #"{"credentials": {"PETS_KEY": "s3cr3t-value"}}"#,
        "error: accord.json:1:30: /credentials/PETS_KEY: Expected the name of an environment variable in "
          + "capital letters, not what it holds.\n"
      ),
      (
        #"{"server": "https://ada:s3cr3t-value@pets.example"}"#,
        "error: accord.json:1:12: /server: A secret does not belong into this file. Put it into an environment "
          + "variable, and name that in \"credentials\".\n"
      ),
      (
        #"{"inputs": {"password": "s3cr3t-value"}}"#,
        "error: accord.json:1:25: /inputs/password: A secret does not belong into this file. Put it into an "
          + "environment variable, and name that in \"credentials\".\n"
      ),
      (#"[]"#, "error: accord.json:1:1: Expected an object of settings, found array.\n"),
    ]

    @Test("What is wrong is said at its line, and no secret is repeated", arguments: wrong)
    func isHeldToItsSchema(_ wrong: (settings: String, message: String)) async throws {
      let run = try await accord(["verify"], in: try folder(wrong.settings))
      #expect(run.status == 64)
      #expect(run.errors == wrong.message)
      #expect(!run.errors.contains("s3cr3t"))
    }

    @Test("A target that is not there is said with the one that was meant")
    func unknownTarget() async throws {
      let folder = try folder()
      let unknown = try await accord(["verify", "tow"], in: folder)
      #expect(unknown.status == 64)
      #expect(
        unknown.errors.hasPrefix(
          "Error: accord.json has no target \"tow\". Did you mean \"two\"?\n"
        )
      )
      let without = try await accord(["verify", "two", "--no-config"], in: folder)
      #expect(
        without.errors.hasPrefix(
          "Error: \"two\" is a target of accord.json, and there is no such file here. Write one, or name it by "
            + "--config.\n"
        )
      )
      let late = try await accord(["verify", "--strict", "two"], in: folder)
      #expect(
        late.errors.hasPrefix(
          "Error: The target \"two\" stands before all options: verify two ….\n"
        )
      )
    }
  }
}
