import AccordModel
import AccordSchema
import HTTPTypes

extension Interact {
  /// The error definitions.
  ///
  /// An error shows which one it is by the number in `errorCode`; its name is not on the wire. The
  /// spelling of the messages is that of the page.
  static let errors = ErrorCatalogue(
    entries: defined + undefined,
    places: [.code("/errorCode", success: 0)],
    message: "/errorMsg",
    schemas: [errorStatus],
    schemaBasis: .statedBy(printedError),
    messageBasis: .assumption(
      "The pages print messages and do not say that one may not be empty; read as a text to read."
    )
  )

  /// The rows of the page "Error Definitions" that are known.
  static let defined: [ErrorCatalogue.Entry] = [
    .entry(
      "WSNoUsernameOrPasswordException",
      statuses: .exactly(.badRequest),
      code: 1001,
      message: "Username and Password must be supplied for login.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSInvalidParameterException",
      statuses: .exactly(.badRequest),
      code: 1002,
      message: "Invalid parameter supplied to service.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSInsufficientPermissionsException",
      statuses: .exactly(.unauthorized),
      code: 1003,
      message: "User does not have permissions for this operation.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSAccountLockedException",
      statuses: .exactly(.unauthorized),
      code: 1004,
      message: "This account is currently locked. Please check with your Administrator.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSAuthenticationFailedException",
      statuses: .exactly(.unauthorized),
      code: 1005,
      message:
        "Failed to authenticate. Please correct login details or press cancel if not registered.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSInvalidAuthTokenException",
      statuses: .exactly(.unauthorized),
      code: 1006,
      message: "Invalid or expired authentication token.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSBrochureVersionNotFoundException",
      statuses: .exactly(.badRequest),
      code: 1007,
      message: "Brochure Version not found.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSUserNotFoundException",
      statuses: .exactly(.badRequest),
      code: 1009,
      message: "User not found.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSEmailAlreadyExistsException",
      statuses: .exactly(.badRequest),
      code: 1010,
      message: "Email address already exists.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSInternalException",
      statuses: .exactly(.internalServerError),
      code: 2000,
      message: "An internal error has occurred.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSUserServiceException",
      statuses: .exactly(.internalServerError),
      code: 2001,
      message: "An unexpected error occured in the User Service.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSUserServiceUnavailableException",
      statuses: .exactly(.internalServerError),
      code: 2002,
      message: "The User Service is currently unavailable!",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSBrochureServiceException",
      statuses: .exactly(.internalServerError),
      code: 2010,
      message: "An unexpected error occured in the Brochure Service.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSBrochureServiceUnavailableException",
      statuses: .exactly(.internalServerError),
      code: 2011,
      message: "The Brochure Service is currently unavailable!",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSCompanyServiceException",
      statuses: .exactly(.internalServerError),
      code: 2020,
      message: "An unexpected error occured in the Company Service.",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSCompanyServiceUnavailableException",
      statuses: .exactly(.internalServerError),
      code: 2021,
      message: "The Company Service is currently unavailable!",
      basis: .statedBy(errorDefinitions)
    ),
    .entry(
      "WSCacheServiceException",
      statuses: .exactly(.internalServerError),
      code: 2027,
      message: "An unexpected error occurred in the Cache Service.",
      basis: .statedBy(errorDefinitions)
    ),
  ]

  /// Errors that the documents list and the error definitions, as far as they are known, do not.
  ///
  /// InsufficientPrivileges is not InsufficientPermissions, and EmailAddressAlreadyInUse is not
  /// EmailAlreadyExists: no name is read as another.
  static let undefined: [ErrorCatalogue.Entry] = [
    .entry("WSUnsupportedVersionException", statuses: .range(400...499), basis: noCode),
    .entry("WSInsufficientPrivilegesException", statuses: .range(400...499), basis: noCode),
    .entry("WSInvalidEmailDomainNameException", statuses: .range(400...499), basis: noCode),
    .entry("WSPreRegistrationAlreadyExistsException", statuses: .range(400...499), basis: noCode),
    .entry("WSInvalidTeamException", statuses: .range(400...499), basis: noCode),
    .entry("WSConnectionAlreadyExistsException", statuses: .range(400...499), basis: noCode),
    .entry("WSInvalidMyInteractUserSetupException", statuses: .range(400...499), basis: noCode),
    .entry("WSEmailAddressAlreadyInUseException", statuses: .range(400...499), basis: noCode),
    .entry("WSUserUsesFederatedLoginException", statuses: .range(400...499), basis: noCode),
    .entry(
      "WSCompanyNotActiveException",
      // One document leaves the prefix out.
      aliases: ["CompanyNotActiveException"],
      statuses: .range(400...499),
      basis: noCode
    ),
    .entry("WSDiscoverableServiceException", statuses: .range(500...599), basis: noCode),
    .entry(
      "WSInvitationToConnectionNotFoundException",
      statuses: .range(400...499),
      basis: noCode
    ),
  ]

  private static let noCode: Basis = .assumption(
    """
    No status and no code of this error are known; it is recognised by a status from 400 to 499 \
    (500 to 599 where the name ends in ServiceException), an errorCode that is not zero and belongs \
    to no other error, and an errorMsg.
    """
  )
}
