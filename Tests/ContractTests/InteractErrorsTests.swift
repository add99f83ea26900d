import AccordModel
import AccordSchema
import Testing

@testable import InteractContracts

@Suite("The Interact error catalogue")
struct InteractErrorsTests {
  /// The rows of the error definitions.
  private static let rows: [(name: String, status: Int, code: Int, message: String)] = [
    (
      "WSNoUsernameOrPasswordException", 400, 1001,
      "Username and Password must be supplied for login."
    ),
    ("WSInvalidParameterException", 400, 1002, "Invalid parameter supplied to service."),
    (
      "WSInsufficientPermissionsException", 401, 1003,
      "User does not have permissions for this operation."
    ),
    (
      "WSAccountLockedException", 401, 1004,
      "This account is currently locked. Please check with your Administrator."
    ),
    (
      "WSAuthenticationFailedException", 401, 1005,
      "Failed to authenticate. Please correct login details or press cancel if not registered."
    ),
    ("WSInvalidAuthTokenException", 401, 1006, "Invalid or expired authentication token."),
    ("WSBrochureVersionNotFoundException", 400, 1007, "Brochure Version not found."),
    ("WSUserNotFoundException", 400, 1009, "User not found."),
    ("WSEmailAlreadyExistsException", 400, 1010, "Email address already exists."),
    ("WSInternalException", 500, 2000, "An internal error has occurred."),
    ("WSUserServiceException", 500, 2001, "An unexpected error occured in the User Service."),
    ("WSUserServiceUnavailableException", 500, 2002, "The User Service is currently unavailable!"),
    (
      "WSBrochureServiceException", 500, 2010,
      "An unexpected error occured in the Brochure Service."
    ),
    (
      "WSBrochureServiceUnavailableException", 500, 2011,
      "The Brochure Service is currently unavailable!"
    ),
    ("WSCompanyServiceException", 500, 2020, "An unexpected error occured in the Company Service."),
    (
      "WSCompanyServiceUnavailableException", 500, 2021,
      "The Company Service is currently unavailable!"
    ),
    ("WSCacheServiceException", 500, 2027, "An unexpected error occurred in the Cache Service."),
  ]

  @Test("The 17 rows of the error definitions have their status, code and message")
  func defined() {
    let entries = Interact.errors.entries.filter { $0.code != nil }
    #expect(entries.map(\.name) == Self.rows.map(\.name))
    #expect(entries.map(\.statuses) == Self.rows.map { .anyOf([$0.status]) })
    #expect(entries.map(\.code) == Self.rows.map(\.code))
    #expect(entries.map(\.message) == Self.rows.map(\.message))
    #expect(entries.allSatisfy { $0.basis.isStated })
  }

  @Test("The 12 errors without a code are recognised by a range of statuses")
  func undefined() {
    let entries = Interact.errors.entries.filter { $0.code == nil }
    #expect(
      entries.map(\.name) == [
        "WSUnsupportedVersionException", "WSInsufficientPrivilegesException",
        "WSInvalidEmailDomainNameException", "WSPreRegistrationAlreadyExistsException",
        "WSInvalidTeamException", "WSConnectionAlreadyExistsException",
        "WSInvalidMyInteractUserSetupException", "WSEmailAddressAlreadyInUseException",
        "WSUserUsesFederatedLoginException", "WSCompanyNotActiveException",
        "WSDiscoverableServiceException", "WSInvitationToConnectionNotFoundException",
      ]
    )
    for entry in entries {
      let isServiceFailure = entry.name.hasSuffix("ServiceException")
      #expect(entry.statuses == (isServiceFailure ? .range(500...599) : .range(400...499)))
      #expect(!entry.basis.isStated)
    }
    #expect(Interact.errors["CompanyNotActiveException"]?.name == "WSCompanyNotActiveException")
  }

  @Test("An error shows its code in errorCode and its message in errorMsg")
  func places() {
    #expect(Interact.errors.places == [.code("/errorCode", success: 0)])
    #expect(Interact.errors.message == "/errorMsg")
  }

  @Test("A right error body follows the schema of errors")
  func body() throws {
    let schema = try #require(Interact.errors.schemas.first)
    let text = #"{"errorCode":1006,"errorMsg":"Invalid or expired authentication token."}"#
    #expect(try schema.messages(json: text) == [])
    #expect(try schema.messages(json: #"{"errorCode":1006.0,"errorMsg":"Expired."}"#) == [])
  }
}
