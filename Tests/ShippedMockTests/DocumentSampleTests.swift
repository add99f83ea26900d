@testable import AccordMocking
import AccordModel
import AccordSchema
import ShippedContracts
import Testing

/// The mock takes what the documents print.
@Suite struct DocumentSampleTests {
  let mock = Mock(ShippedContracts.suites)

  private func answer(
    _ method: String,
    _ target: String,
    _ body: String
  ) async throws -> (status: Int, value: JSON) {
    let answer = await mock.answer(MockStateTests.interact(method, target, body))
    return (answer.status, try JSONDocument(parsing: answer.body).root.value)
  }

  @Test func sampleCompanyIsConnected() async throws {
    let sample = #"{ "version" : 1, "entityType" : "company", "entityId" : "1234" }"#
    let found = try await answer("POST", "/rest/user/recommended/requestConnection", sample)
    #expect(found.status == 200)
    #expect(found.value["connectionStatus"] == 1)
  }

  @Test(arguments: ["Accepted?version=1", "Accepted/v2", "Accepted", "Accepted?version=2"])
  func sampleInvitationIsAccepted(_ rest: String) async throws {
    let target = "/rest/user/company/connections/2/\(rest)"
    let found = try await answer("PUT", target, #"{"contact_firstname":"George"}"#)
    #expect(found.status == 200)
    #expect(found.value == ["errorCode": 0, "errorMsg": "Connection updated."])
  }

  /// The introduction of the document says that a form is assumed to be passed then.
  @Test func versionTwoInTheQueryNeedsAForm() async throws {
    let target = "/rest/user/company/connections/2/Accepted?version=2"
    #expect(try await answer("PUT", target, "no form").status == 400)
    #expect(
      try await answer("PUT", "/rest/user/company/connections/2/Accepted?version=3", "{}").status
        == 400
    )
  }

  @Test(arguments: [#"{"contact_firstname":"G"}"#, #""no form""#, "null"])
  func versionOneIgnoresTheForm(_ form: String) async throws {
    func body(_ version: Int, _ id: Int) -> String {
      #"{"version":\#(version),"entityType":"company","entityId":"\#(id)","cafData":\#(form)}"#
    }
    let target = "/rest/user/recommended/requestConnection"
    #expect(try await answer("POST", target, body(1, 20_001)).status == 200)
    let isForm = form != #""no form""#
    #expect(try await answer("POST", target, body(2, 20_004)).status == (isForm ? 200 : 400))
  }

  @Test(arguments: [("1234", false), (#""interact""#, false), (#""20001""#, true)])
  func companyIsPassedAsAStringOfDigits(_ id: String, _ isRight: Bool) async throws {
    let body = #"{"version":1,"entityType":"company","entityId":\#(id)}"#
    let found = try await answer("POST", "/rest/user/recommended/requestConnection", body)
    #expect(found.status == (isRight ? 200 : 400))
    if !isRight { #expect(found.value["errorCode"] == 1002) }
  }

  /// A suite whose state the mock does not know is answered from its schemas alone.
  @Test func aSuccessThatIsMadeUpShowsNoError() async throws {
    for var suite in ShippedContracts.suites {
      suite.id = "another"
      for rule in suite.contracts.flatMap(\.responses) where rule.schema != nil {
        let value = try #require(rule.sample(showingNone: suite.errors))
        #expect(value["/ResponseStatus/ErrorCode" as JSONPointer]?.string == nil)
        #expect((value["errorCode"] ?? 0) == 0)
        #expect(try SchemaValidator(#require(rule.schema)).admits(value))
        for reading in rule.readings {
          if let condition = reading.condition, try !SchemaValidator(condition).admits(value) {
            continue
          }
          #expect(try SchemaValidator(reading.schema).admits(value), "\(reading.name)")
        }
      }
    }
  }
}
