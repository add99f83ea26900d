import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Synchronization
import Testing

@testable import AccordOpenAPI

/// Forms whose fields are written in styles of their own.
@Suite struct FormSuiteTests {
  /// A charge as Stripe describes one.
  static let charges = """
    /charges:
      post:
        operationId: charge
        requestBody:
          required: true
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [amount]
                properties:
                  amount: {type: integer}
                  metadata:
                    anyOf: [{type: object, additionalProperties: {type: string}}, {enum: ['']}]
                  shipping:
                    type: object
                    required: [name]
                    properties: {name: {type: string, minLength: 1}, phone: {type: string}}
                  tags: {type: array, items: {type: string}}
                  options: {type: object, properties: {fast: {type: boolean}}}
              encoding:
                metadata: {style: deepObject, explode: true}
                shipping: {style: deepObject}
                tags: {style: form, explode: false}
              example: {amount: 2000, shipping: {name: Jenny Rosen}, tags: [a, b]}
        responses: {'200': {description: ok}, '400': {description: wrong}}
    """

  @Test func fieldsAreParameters() throws {
    let imported = try Imported(paths: Self.charges)
    let contract = try imported.contract("charge")
    #expect(contract.body == nil)
    #expect(
      contract.parameters.map(\.name) == ["amount", "metadata", "shipping", "tags", "options"]
    )
    #expect(contract.parameters.allSatisfy { $0.usual == .form })
    #expect(contract.parameters.map(\.isRequired) == [true, false, false, false, false])
    #expect(contract.parameters.map(\.style) == [nil, .deepObject, .deepObject, .form, nil])
    #expect(contract.parameters[3].explode == false)
    #expect(contract.parameters[1].example == .literal(["key": "text"]))
    #expect(contract.parameters[2].example == .literal(["name": "Jenny Rosen"]))
    // Without a style an object is a JSON text in its field.
    #expect(contract.parameters[4].schema.content.contentMediaType == "application/json")
    #expect(
      imported.notCarried == [
        "/paths/~1charges/post/requestBody/content/application~1x-www-form-urlencoded/encoding/metadata: "
          + "The encoding is not followed: the field is sent as an object, and as nothing else."
      ]
    )
    #expect(imported.suite.lint().isEmpty)
  }

  /// What is sent is what Python writes: `urllib.parse.urlencode(fields, quote_via=quote, safe=",")`.
  @Test func fieldsAreWrittenAsOthersWriteThem() async throws {
    let imported = try Imported(paths: Self.charges)
    let bodies = Mutex<Set<String>>([])
    let report = try await imported.report(isStrict: true) { request, answer in
      bodies.withLock { _ = $0.insert(String(decoding: request.body, as: UTF8.self)) }
      return answer(request)
    }
    #expect(report.suites.flatMap(\.results).allSatisfy { $0.judgement.verdict == .conforms })
    let sent = bodies.withLock { $0 }
    #expect(sent.contains("amount=2000"))
    #expect(
      sent.contains {
        $0.contains("metadata%5Bkey%5D=text&shipping%5Bname%5D=Jenny%20Rosen&tags=a,b&options=%7B")
      },
      "\(sent.sorted().joined(separator: "\n"))"
    )
  }

  /// What a server reads that others wrote: `curl -d`, Python's `urlencode`, and a browser's form.
  @Test(arguments: [
    ("amount=1&shipping[name]=Ada", 200),
    (
      "amount=2000&metadata%5Border+id%5D=6735+%26+more&shipping%5Bname%5D=Jenny+Rosen&tags=a%2Cb",
      200
    ),
    ("amount=1&shipping%5Bphone%5D=1", 400),
    ("amount=1&shipping%5Bname%5D=", 400),
    ("amount=x&shipping%5Bname%5D=Ada", 400),
    ("shipping%5Bname%5D=Ada", 400),
    ("amount=1&options=%7B%22fast%22%3Atrue%7D", 200),
    ("amount=1&options=%7Bfast", 400),
  ])
  func fieldsAreReadAsOthersWriteThem(_ body: String, _ status: Int) async throws {
    let suite = try Imported(paths: Self.charges).suite
    let request = MockRequest(
      "POST",
      "/charges",
      fields: [Field("Content-Type", "application/x-www-form-urlencoded")],
      body: Array(body.utf8)
    )
    #expect(await Mock([suite]).answer(request).status == status)
  }

  /// Objects inside of objects have no form in OpenAPI: the form is read as a whole, and not sent.
  @Test func deeperObjectsAreNotCarried() throws {
    let nested = Self.charges.replacing(
      "required: [name]",
      with: "required: [name, address]"
    ).replacing("phone: {type: string}", with: "address: {type: object}")
      .replacing("required: [amount]", with: "required: [amount, shipping]")
    let imported = try Imported(paths: nested)
    #expect(imported.suite.contracts.isEmpty)
    #expect(
      imported.notCarried.contains {
        $0.hasSuffix(
          "The parameter is never sent: lists and objects inside of others have no form there."
        )
      }
    )
  }
}
