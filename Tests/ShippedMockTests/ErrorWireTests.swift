import AccordMocking
import PlainSocket
import ShippedContracts
import Testing

/// The errors that the documents 000, 001 and 004 list, each asked for over a socket.
@Suite struct ErrorWireTests {
  /// The rows of the error definitions: status, code, message.
  static let defined: [(name: String, status: String, code: Int, message: String)] = [
    (
      "WSInvalidParameterException", "400 Bad Request", 1002,
      "Invalid parameter supplied to service."
    ),
    (
      "WSInvalidAuthTokenException", "401 Unauthorized", 1006,
      "Invalid or expired authentication token."
    ),
    ("WSUserNotFoundException", "400 Bad Request", 1009, "User not found."),
    (
      "WSUserServiceException", "500 Internal Server Error", 2001,
      "An unexpected error occured in the User Service."
    ),
    (
      "WSUserServiceUnavailableException", "500 Internal Server Error", 2002,
      "The User Service is currently unavailable!"
    ),
    (
      "WSCompanyServiceException", "500 Internal Server Error", 2020,
      "An unexpected error occured in the Company Service."
    ),
    (
      "WSCompanyServiceUnavailableException", "500 Internal Server Error", 2021,
      "The Company Service is currently unavailable!"
    ),
    (
      "WSCacheServiceException", "500 Internal Server Error", 2027,
      "An unexpected error occurred in the Cache Service."
    ),
  ]

  /// Errors without a known code: the mock gives each a number of its own.
  static let undefined: [(name: String, status: String, code: Int, message: String)] = [
    ("WSUnsupportedVersionException", "400 Bad Request", 9017, "Unsupported version."),
    ("WSInsufficientPrivilegesException", "400 Bad Request", 9018, "Insufficient privileges."),
    ("WSInvalidEmailDomainNameException", "400 Bad Request", 9019, "Invalid email domain name."),
    (
      "WSPreRegistrationAlreadyExistsException", "400 Bad Request", 9020,
      "Pre registration already exists."
    ),
    ("WSInvalidTeamException", "400 Bad Request", 9021, "Invalid team."),
    ("WSConnectionAlreadyExistsException", "400 Bad Request", 9022, "Connection already exists."),
    (
      "WSInvalidMyInteractUserSetupException", "400 Bad Request", 9023,
      "Invalid my interact user setup."
    ),
    (
      "WSEmailAddressAlreadyInUseException", "400 Bad Request", 9024,
      "Email address already in use."
    ),
    ("WSUserUsesFederatedLoginException", "400 Bad Request", 9025, "User uses federated login."),
    ("CompanyNotActiveException", "400 Bad Request", 9026, "Company not active."),
    ("WSCompanyNotActiveException", "400 Bad Request", 9026, "Company not active."),
    (
      "WSDiscoverableServiceException", "500 Internal Server Error", 9027, "Discoverable service."
    ),
    (
      "WSInvitationToConnectionNotFoundException", "400 Bad Request", 9028,
      "Invitation to connection not found."
    ),
  ]

  static let endpoints: [(line: String, names: [String])] = [
    (
      "POST /rest/user/recommended/requestConnection",
      [
        "WSInvalidParameterException", "WSUnsupportedVersionException",
        "WSInvalidAuthTokenException", "WSCacheServiceException",
        "WSInsufficientPrivilegesException", "WSInvalidEmailDomainNameException",
        "WSPreRegistrationAlreadyExistsException", "WSInvalidTeamException",
        "WSConnectionAlreadyExistsException", "WSInvalidMyInteractUserSetupException",
        "WSEmailAddressAlreadyInUseException", "WSUserUsesFederatedLoginException",
        "CompanyNotActiveException", "WSDiscoverableServiceException",
      ]
    ),
    (
      "PUT /rest/user/company/connections/2/Accepted/v2",
      [
        "WSUserServiceUnavailableException", "WSUserNotFoundException",
        "WSInvalidParameterException", "WSInvalidAuthTokenException",
        "WSInvitationToConnectionNotFoundException", "WSUserServiceException",
        "WSCacheServiceException", "WSCompanyNotActiveException",
      ]
    ),
    (
      "POST /rest/company/mi/preregister",
      [
        "WSUserServiceUnavailableException", "WSCompanyServiceUnavailableException",
        "WSInvalidAuthTokenException", "WSInvalidParameterException", "WSCompanyServiceException",
        "WSCacheServiceException",
      ]
    ),
  ]

  @Test func everyListedErrorIsAnswered() async throws {
    let server = try await MockServer.start(Mock(ShippedContracts.suites))
    var count = 0
    for endpoint in Self.endpoints {
      for name in endpoint.names {
        let row = try #require((Self.defined + Self.undefined).first { $0.name == name })
        let request = """
          \(endpoint.line) HTTP/1.1
          Host: localhost
          X-Accord-Error: \(name)
          Content-Length: 0
          Connection: close


          """
        let content = #"{"errorCode":\#(row.code),"errorMsg":"\#(row.message)"}"#
        let response = """
          HTTP/1.1 \(row.status)
          Content-Type: application/json
          Content-Length: \(content.utf8.count)
          Connection: close

          \(content)
          """
        let received = try await PlainSocket.exchange(server.port, Array(wire(request).utf8))
        #expect(received.text == wire(response))
        count += 1
      }
    }
    await server.shutdown()
    #expect(count == 14 + 8 + 6)
  }
}
