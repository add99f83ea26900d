import Testing

extension CommandTests {
  /// Workflows of an Arazzo document beside an OpenAPI document.
  @Suite("--arazzo") struct ArazzoTests {
    static let workflows = """
      arazzo: 1.0.1
      info: {title: Pets, version: '1'}
      sourceDescriptions: [{name: pets, url: pets.yaml, type: openapi}]
      workflows:
        - workflowId: findOne
          inputs: {type: object, properties: {limit: {type: integer, default: 3}}}
          steps:
            - stepId: list
              operationId: listPets
              parameters: [{name: limit, in: query, value: $inputs.limit}]
              successCriteria:
                - condition: $statusCode == 200
                - {context: $response.body, type: xpath, condition: //pet}
              outputs: {first: $response.body#/0/id}
            - stepId: get
              operationId: getPet
              parameters: [{name: petId, in: path, value: $steps.list.outputs.first}]
              successCriteria: [{condition: $response.body#/id == $steps.list.outputs.first}]
      """

    private func folder() throws -> TestFolder {
      let folder = try TestFolder()
      let document = OpenAPITests.pets.replacing("type: array,", with: "type: array, minItems: 1,")
      try folder.write(document, to: "pets.yaml")
      try folder.write(Self.workflows, to: "pets.arazzo.yaml")
      return folder
    }

    @Test("The files that it names are read, and its workflows are verified")
    func verifies() async throws {
      let folder = try folder()
      let run = try await accord(
        ["verify", "--arazzo", "pets.arazzo.yaml", "--report", "tap=-", "--strict"],
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(
        run.output.contains("ok 1 - pets/list-pets/workflow/find-one")
          || run.output.contains("pets/list-pets/workflow/find-one")
      )
    }

    @Test("What of it is not carried is listed")
    func lists() async throws {
      let run = try await accord(
        ["list", "--openapi", "pets.yaml", "--arazzo", "pets.arazzo.yaml"],
        in: try folder()
      )
      #expect(run.status == 0)
      #expect(
        run.output.contains(
          "pets.arazzo.yaml:13: /workflows/0/steps/0/successCriteria/1: A condition of XPath is not looked at.\n"
        ),
        "\(run.output)"
      )
    }

    @Test("It is held to its schema, and its workflows to the checks of contracts")
    func lints() async throws {
      let folder = try folder()
      let whole = try await accord(["lint", "--arazzo", "pets.arazzo.yaml"], in: folder)
      #expect(whole.output == "1 document, no problems\n")
      let played = try await accord(
        ["lint", "--rehearse", "--arazzo", "pets.arazzo.yaml"],
        in: folder
      )
      #expect(played.output == "2 contracts, no problems\n")
      try folder.write(Self.workflows.replacing("stepId: get", with: "name: get"), to: "x.yaml")
      let wrong = try await accord(["verify", "--arazzo", "x.yaml"], in: folder)
      #expect(wrong.status == 64)
      #expect(wrong.errors.hasSuffix("error: --arazzo: x.yaml is not used: it has 2 problems.\n"))
    }

    @Test("Inputs are given on the command line")
    func inputs() async throws {
      let run = try await accord(
        ["document", "--arazzo", "pets.arazzo.yaml", "--input", "limit=7", "--output", "out"],
        in: try folder()
      )
      #expect(run.status == 0, "\(run.errors)")
      let wrong = try await accord(
        ["list", "--arazzo", "pets.arazzo.yaml", "--input", "7"],
        in: try folder()
      )
      #expect(wrong.errors.hasPrefix("Error: --input expects NAME=VALUE, found \"7\".\n"))
    }

    @Test(
      "An input that the document declares a secret is sent, and written nowhere",
      arguments: [
        "format: password", "writeOnly: true",
      ]
    )
    func secretInputs(mark: String) async throws {
      let folder = try folder()
      try folder.write(
        """
        arazzo: 1.0.1
        info: {title: Pets, version: '1'}
        sourceDescriptions: [{name: pets, url: pets.yaml, type: openapi}]
        workflows:
          - workflowId: secretly
            inputs: {type: object, properties: {code: {type: string, \(mark)}}}
            steps:
              - stepId: list
                operationId: listPets
                parameters: [{name: X-Code, in: header, value: $inputs.code}]
        """,
        to: "secret.arazzo.yaml"
      )
      let secret = "correct-horse-battery-staple"
      let given = ["--arazzo", "secret.arazzo.yaml", "--input", "code=\(secret)"]
      for command in [["list"], ["document", "--output", "out"]] {
        let run = try await accord(
          Array(command.prefix(1)) + given + Array(command.dropFirst()),
          in: folder
        )
        #expect(!(run.output + run.errors).contains(secret))
      }
      let run = try await accord(
        ["verify"] + given + ["--report", "json=run.json", "--report", "html=run.html"],
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(!(run.output + run.errors).contains(secret))
      for file in ["run.json", "run.html"] {
        let text = folder.text(of: file)
        #expect(text.contains("[input code]") && !text.contains(secret))
      }
    }

    @Test("They are written as Swift")
    func imports() async throws {
      let folder = try folder()
      let run = try await accord(
        ["import", "pets.yaml", "--arazzo", "pets.arazzo.yaml", "--into", "Sources"],
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      #expect(folder.text(of: "Sources/PetsAPI+Workflows.swift").contains("\"find-one\""))
    }

    @Test("A body is held to an operation")
    func validates() async throws {
      let folder = try folder()
      try folder.write(#"{"id": "7"}"#, to: "pet.json")
      let wrong = try await accord(
        ["validate", "getPet/response", "pet.json", "--openapi", "pets.yaml"],
        in: folder
      )
      #expect(wrong.status == 1)
      #expect(wrong.output.hasSuffix("pet.json: 1 violation of get-pet/response\n"))
      try folder.write(#"{"id": 7}"#, to: "pet.json")
      let right = try await accord(
        ["validate", "get-pet/response", "pet.json", "--openapi", "pets.yaml"],
        in: folder
      )
      #expect(right.output == "pet.json: conforms to get-pet/response\n")
      let unknown = try await accord(
        ["validate", "getPets/response", "pet.json", "--openapi", "pets.yaml"],
        in: folder
      )
      #expect(
        unknown.errors.hasPrefix(
          "Error: Unknown payload \"getPets/response\". Did you mean \"get-pet/response\"?\n"
        )
      )
    }
  }
}
