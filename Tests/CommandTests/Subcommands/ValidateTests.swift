import Testing

extension CommandTests {
  @Suite("validate") struct ValidateTests {
    struct Body: CustomTestStringConvertible {
      var payload: String
      var file: String
      var text: String
      /// The whole output; the exit status is 0 if nothing stands before its last line.
      var output: String

      var testDescription: String { "\(file) as \(payload)" }
    }

    private static let answer = "connections.accept-reject/response"
    private static let query = "contacts.connections/request"
    private static let namespace =
      "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel"

    static let bodies = [
      Body(
        payload: answer,
        file: "right.json",
        text: "{\n  \"errorCode\": 0,\n  \"errorMsg\": \"Connection updated.\"\n}\n",
        output: "right.json: conforms to connections.accept-reject/response\n"
      ),
      Body(
        payload: "interact/" + answer,
        file: "wrong.json",
        text: "{\n  \"errorCode\": \"0\",\n  \"errorMsg\": \"Connection updated.\"\n}\n",
        output: """
          wrong.json:2:16: const: /errorCode: expected 0, found string "0"
              "errorCode": "0",
                           ^
          wrong.json: 1 violation of connections.accept-reject/response

          """
      ),
      Body(
        payload: answer,
        file: "broken.json",
        text: "{\n  \"errorCode\" 0\n}\n",
        output: """
          broken.json:2:15: not well-formed: expected ':' after the member name, found '0'
              "errorCode" 0
                          ^
          broken.json: 1 violation of connections.accept-reject/response

          """
      ),
      Body(
        payload: query,
        file: "right.xml",
        text: """
          <q:GetConnectionsToContact xmlns:q="\(namespace)">
            <q:ContactId>3f2504e0-4f89-41d3-9a0c-0305e82c3301</q:ContactId>
          </q:GetConnectionsToContact>
          """,
        output: "right.xml: conforms to contacts.connections/request\n"
      ),
      Body(
        payload: query,
        file: "wrong.xml",
        text: """
          <GetConnectionsToContact xmlns="\(namespace)">
            <ContactId>3f2504e0-4f89-41d3-9a0c-0305e82c3301</ContactId>
            <ContactTypeId>nine</ContactTypeId>
          </GetConnectionsToContact>
          """,
        output: """
          wrong.xml:3:3: format: /GetConnectionsToContact/ContactTypeId: expected a GUID, found \
          string "nine"
              <ContactTypeId>nine</ContactTypeId>
              ^
          wrong.xml: 1 violation of contacts.connections/request

          """
      ),
      Body(
        payload: query,
        file: "broken.xml",
        text: "<a>\n  <b></a>\n",
        output: """
          broken.xml:2:6: not well-formed: expected </b>, which closes the element opened at line \
          2, column 3, found </a>
              <b></a>
                 ^
          broken.xml: 1 violation of contacts.connections/request

          """
      ),
      Body(
        payload: "contacts.connections/response",
        file: "broken.jsonl",
        text: "{}\n{\"a\" 1}\n",
        output: """
          broken.jsonl:2:6: not well-formed: expected ':' after the member name, found '1'
            {"a" 1}
                 ^
          broken.jsonl: 1 violation of contacts.connections/response

          """
      ),
    ]

    @Test("Shows each place with its line and a caret", arguments: bodies)
    func validates(_ body: Body) async throws {
      let folder = try TestFolder()
      try folder.write(body.text, to: body.file)
      let run = try await accord(["validate", body.payload, body.file], in: folder)
      #expect(run.output == body.output)
      #expect(run.status == (body.output.contains(": conforms to ") ? 0 : 1))
      #expect(run.errors.isEmpty)
    }

    @Test("What a body shows cannot steer the terminal")
    func escapesAreShown() async throws {
      let folder = try TestFolder()
      try folder.write("{\"errorCode\": \"\u{1B}[31m\"}", to: "x.json")
      let run = try await accord(["validate", Self.answer, "x.json"], in: folder)
      #expect(run.status == 1)
      #expect(!run.output.contains("\u{1B}"))
    }
  }
}
