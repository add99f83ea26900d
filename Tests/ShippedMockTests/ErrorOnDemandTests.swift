import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes
import ShippedContracts
import Testing

/// `X-Accord-Error` brings about every error that a contract or a catalogue declares.
@Suite struct ErrorOnDemandTests {
  let mock = Mock(ShippedContracts.suites)

  /// A request to a contract that asks for an error; nothing else about it needs to be right.
  static func request(_ contract: Contract, _ name: String) throws -> MockRequest {
    let route = try #require(contract.routes.first)
    let method = try #require(route.methods.probed.first)
    return MockRequest(
      method.rawValue,
      route.path.description,
      fields: [Field("X-Accord-Error", name)]
    )
  }

  @Test func everyErrorOfInteractIsAnswered() async throws {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "interact" })
    var count = 0
    for contract in suite.contracts {
      for error in contract.errors {
        let entry = try #require(suite.errors[error.name])
        let answer = await mock.answer(try Self.request(contract, error.name))
        #expect(entry.statuses.contains(answer.status), "\(error.name)")
        let body = try JSONDocument(parsing: answer.body).root.value
        let code = try #require(body["errorCode"]?.number?.int)
        if let known = entry.code {
          #expect(code == known)
        } else {
          #expect(code != 0 && suite.errors.entry(code: code) == nil)
        }
        #expect(body["errorMsg"]?.string?.hasPrefix(entry.message ?? "") == true)
        #expect(body["errorMsg"]?.string?.isEmpty == false)
        count += 1
      }
    }
    #expect(count == 28)
  }

  @Test func errorsWithoutACodeAreToldApart() async throws {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "interact" })
    let contract = try #require(suite.contracts.first)
    var codes: [Int] = []
    for entry in suite.errors.entries {
      let answer = await mock.answer(try Self.request(contract, entry.name))
      let body = try JSONDocument(parsing: answer.body).root.value
      codes.append(try #require(body["errorCode"]?.number?.int))
    }
    #expect(Set(codes).count == suite.errors.entries.count)
  }

  @Test func everyErrorOfPlatformIsAnswered() async throws {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "platform" })
    for contract in suite.contracts {
      for entry in suite.errors.entries {
        let answer = await mock.answer(try Self.request(contract, entry.name))
        #expect(entry.statuses.contains(answer.status), "\(entry.name)")
        let body = try JSONDocument(parsing: answer.body).root.value
        #expect(body["/ResponseStatus/ErrorCode" as JSONPointer] == .string(entry.name))
        #expect(body["/ResponseStatus/Message" as JSONPointer]?.string?.isEmpty == false)
        #expect(
          answer.fields.values(of: "WWW-Authenticate").count == (answer.status == 401 ? 1 : 0)
        )
      }
    }
  }

  @Test func anErrorIsWrittenInTheFormatAskedFor() async throws {
    let answer = await mock.answer(
      MockRequest(
        "GET",
        "/api/connections/x/cancel.xml",
        fields: [Field("X-Accord-Error", "OptimisticConcurrencyException")]
      )
    )
    #expect(answer.status == 409)
    let root = try XMLDocument(parsing: answer.body).root
    #expect(root.name.local == "ConnectionStatusUpdateResponse")
    #expect(root.childElements.first?.childElements.first?.text == "OptimisticConcurrencyException")
  }

  @Test func anUnknownErrorIsNamed() async throws {
    let contract = try #require(ShippedContracts.suites.first?.contracts.first)
    let answer = await mock.answer(try Self.request(contract, "WSNothing"))
    #expect(answer.status == 400)
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        X-Accord-Error: Interact API declares no error "WSNothing"; it declares \
        WSNoUsernameOrPasswordException, WSInvalidParameterException,
        """
      )
    )
  }
}
