import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordReporting

struct ErrorSampleTests {
  private func sample(
    _ name: String,
    _ places: [ErrorCatalogue.Place],
    message: JSONPointer? = nil,
    schemas: [Schema] = []
  ) throws -> ErrorSample {
    let suite = ContractSuite(
      "parcels",
      name: "Parcels",
      "Sends parcels.",
      formats: [.json],
      errors: ErrorCatalogue(
        entries: [
          .entry("TooHeavyException", statuses: .exactly(422)),
          .entry("Lost", statuses: .exactly(404), code: 7, message: "It is lost."),
        ],
        places: places,
        message: message,
        schemas: schemas
      ),
      contracts: []
    )
    return ErrorSample(try #require(suite.errors[name]), in: suite)
  }

  @Test(
    "Name, code and message stand where errors show them, and nothing else that may be left out"
  )
  func body() throws {
    let schema: Schema = .object([
      .required("name", .string), .required("code", .integer), .required("trace", .string),
      .optional("help", .string), .optional("text", .string),
    ])
    let places: [ErrorCatalogue.Place] = [.name("/name"), .code("/code", success: 0)]
    #expect(
      try sample("Lost", places, message: "/text", schemas: [schema]).text == """
        HTTP/1.1 404
        Content-Type: application/json

        {
          "name": "Lost",
          "code": 7,
          "trace": "text",
          "text": "It is lost."
        }
        """
    )
  }

  @Test("A code that is not known is one that no other error has, and said to stand for it")
  func unknownCode() throws {
    let sample = try sample("TooHeavyException", [.code("/code", success: 0)], message: "/text")
    #expect(sample.inventedCode == 9000)
    #expect(sample.text.contains("\"code\": 9000"))
    #expect(sample.text.contains("\"text\": \"Too heavy.\""))
    #expect(try self.sample("Lost", [.code("/code", success: 0)]).inventedCode == nil)
  }

  @Test("A header field that names an error stands above the body")
  func header() throws {
    #expect(
      try sample("Lost", [.header("x-error")]).text.hasPrefix("HTTP/1.1 404\n")
    )
    #expect(try sample("Lost", [.header("x-error")]).text.contains("x-error: Lost"))
  }
}
