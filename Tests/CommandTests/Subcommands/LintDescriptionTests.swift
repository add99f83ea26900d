import Testing

extension CommandTests {
  @Suite("lint --openapi") struct LintDescriptionTests {
    @Test("A document without errors ends with 0, whatever the warnings")
    func warnings() async throws {
      let folder = try TestFolder()
      try folder.write(
        """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        components:
          schemas:
            Count: {type: integer, examples: [1, one]}
        """,
        to: "shop.yaml"
      )
      let run = try await accord(["lint", "--openapi", "shop.yaml"], in: folder)
      #expect(
        run.output == """
          shop.yaml:5:42: warning: The example does not follow its schema: expected integer, found \
          string "one". (at /components/schemas/Count/examples/1)
          1 document, 0 errors, 1 warning

          """
      )
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
    }

    @Test("Errors of all documents and of the files beside them are told, and end with 1")
    func errors() async throws {
      let folder = try TestFolder()
      try folder.write(
        """
        openapi: 3.0.3
        info: {title: Shop}
        paths:
          /orders/{id}: {$ref: order.json}
        """,
        to: "shop.yaml"
      )
      try folder.write(
        #"{"get": {"responses": {"200": {"content": {}}}}}"#,
        to: "order.json"
      )
      try folder.write("{", to: "broken.json")
      let arguments = ["lint", "--openapi", "shop.yaml", "--openapi", "broken.json"]
      let run = try await accord(arguments, in: folder)
      #expect(
        run.output == """
          order.json:1:2: error: The variable "id" of the path "/orders/{id}" has no parameter; \
          declare one with "in": "path". (at /get)
          order.json:1:31: error: Expected a member "description", found none. \
          (at /get/responses/200)
          shop.yaml:2:7: error: Expected a member "version", found none. (at /info)
          broken.json:1:2: error: The file is not JSON: expected a member name in quotes or '}', \
          found the end of the text
          2 documents, 4 errors, 0 warnings

          """
      )
      #expect(run.status == 1)
    }
  }
}
