import Testing

extension CommandTests {
  /// A document in the place of contracts.
  @Suite("--openapi") struct OpenAPITests {
    static let pets = """
      openapi: 3.1.0
      info: {title: Pets, version: '1'}
      paths:
        /pets:
          get:
            operationId: listPets
            parameters: [{name: limit, in: query, schema: {type: integer, maximum: 10}}]
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
              '400': {description: wrong}
        /pets/{petId}:
          get:
            operationId: getPet
            parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
            responses:
              '200':
                description: ok
                content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      webhooks:
        born: {post: {responses: {'200': {description: ok}}}}
      components:
        schemas:
          Pet: {type: object, required: [id], properties: {id: {type: integer}}}
      """

    @Test("A document is verified against its own mock")
    func verifies() async throws {
      let folder = try TestFolder()
      try folder.write(Self.pets, to: "pets.yaml")
      let run = try await accord(
        ["verify", "--openapi", "pets.yaml", "--report", "tap=-", "--strict"],
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(" pets/get-pet/example/usual"))
      #expect(
        run.errors.contains(
          """
          note: 1 place of the document is not verified, and 1 thing is taken for granted: the command \
          list shows them.
          """
        )
      )
    }

    @Test("What is not carried, and what is taken for granted, is listed")
    func lists() async throws {
      let folder = try TestFolder()
      try folder.write(Self.pets, to: "pets.yaml")
      let run = try await accord(["list", "--openapi", "pets.yaml"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.hasSuffix(
          """

          not carried of the document: 1
            pets.yaml:24: /webhooks/born: A webhook is a request that the server makes: it is not checked.

          taken for granted: 1
            pets.yaml:6: /paths/~1pets/get: petId is taken from /id of what GET /pets lists: their names \
          agree.

          """
        )
      )
    }

    @Test("The contracts of a document are sound, and its mock keeps them")
    func lints() async throws {
      let folder = try TestFolder()
      try folder.write(Self.pets, to: "pets.yaml")
      let run = try await accord(["lint", "--rehearse", "--openapi", "pets.yaml"], in: folder)
      #expect(run.status == 0, "\(run.output)")
      #expect(run.output == "2 contracts, no problems\n")
    }

    @Test("A document that cannot be read is refused")
    func refuses() async throws {
      let folder = try TestFolder()
      try folder.write("openapi: 3.1.0\nopenapi: [", to: "pets.yaml")
      let run = try await accord(["list", "--openapi", "pets.yaml"], in: folder)
      #expect(run.status == 64)
      #expect(run.errors.hasSuffix("error: --openapi: pets.yaml is not used: it has 1 problem.\n"))
    }
  }
}
