import AccordModel
import AccordSchema
import HTTPTypes

extension Interact {
  static let requestEntityConnection = Contract(
    "recommended.request-connection",
    "Asks a discoverable company for a connection, with the profile data that justifies it.",
    name: "requestEntityConnection",
    document: "000_d37dc61e6b384492.txt",
    effect: .changesState,
    routes: [
      .post(
        "/rest/user/recommended/requestConnection",
        version: .version(
          in: .body("/version"),
          serves: [1, 2],
          unsupported: .error(
            "WSUnsupportedVersionException",
            refused: .assumption(versionsAreOneAndTwo),
            named: .assumption(versionsAreOneAndTwo),
            probes: [
              .probe("3", 3, why: "is above the versions that the document names"),
              .probe("0", 0, why: "is below the versions that the document names"),
            ]
          ),
          missing: .error(
            "WSInvalidParameterException",
            refused: .assumption(versionIsANumber),
            named: .assumption(versionIsANumber)
          ),
          notANumber: .error(
            "WSInvalidParameterException",
            refused: .assumption(versionIsANumber),
            named: .assumption(versionIsANumber),
            probes: [.probe("word", "two", why: "is a word where a number belongs")]
          ),
          basis: .assumption(
            """
            The text says that the version is set to 2 and the sample sends 1; read as: both are \
            served, and only 2 reads cafData.
            """
          )
        )
      )
    ],
    headers: [authToken],
    body: .body(
      connectionRequest,
      malformed: .error("WSInvalidParameterException", named: .assumption(wrongBodyIsInvalid)),
      incomplete: .error("WSInvalidParameterException", named: .assumption(wrongBodyIsInvalid)),
      members: [
        .member(
          "/entityType",
          .error(
            "WSInvalidParameterException",
            named: .assumption(wrongBodyIsInvalid),
            probes: [
              .probe("unknown-word", "hospital", why: "is neither company nor event"),
              .probe(
                "event",
                "event",
                why: "is reserved for future use",
                basis: .assumption(
                  "The document reserves event and does not say what it gets until then."
                )
              ),
            ]
          )
        )
      ],
      basis: .assumption(
        """
        The document prints these fields under the heading Response Headers; they are inputs, and \
        a POST has no other, so they are the JSON body of the request.
        """
      )
    ),
    responses: [
      .status(
        .ok,
        .payload(connectionStatus),
        readings: [
          .reading(
            "status-is-supported",
            "The connection status is 1, 2 or 3.",
            .object([.required("connectionStatus", .enumeration([1, 2, 3]))]),
            basis: .assumption("\"Currently supported\" is read as: no other status occurs.")
          ),
          .reading(
            "message-is-not-empty",
            "The connection message is not empty.",
            .object([.required("connectionMessage", .nonEmptyString)]),
            basis: .assumption(
              """
              The message is for people, and the sample differs from the listed texts, which are \
              templates; only that there is a text is read into it.
              """
            )
          ),
        ]
      )
    ],
    errors: [
      .named("WSInvalidParameterException", .byRequest, "A mandatory field is missing or wrong."),
      .named("WSUnsupportedVersionException", .byRequest, "A version other than 1 and 2."),
      .named("WSInvalidAuthTokenException", .byRequest, "No token, or an invalid one."),
      .named("WSCacheServiceException", .impossible(reason: serverSide)),
      .named(
        "WSInsufficientPrivilegesException",
        .impossible(reason: "It takes a user who may not ask for connections; a run has one user.")
      ),
      .named(
        "WSInvalidEmailDomainNameException",
        .byExample,
        "The company does not admit the domain of the user's e-mail address."
      ),
      .named(
        "WSPreRegistrationAlreadyExistsException",
        .byExample,
        "The user is pre-registered at the company already."
      ),
      .named(
        "WSInvalidTeamException",
        .impossible(reason: "It takes a company whose teams are set up wrongly on the server.")
      ),
      .named(
        "WSConnectionAlreadyExistsException",
        .byExample,
        "The user is connected with the company already."
      ),
      .named(
        "WSInvalidMyInteractUserSetupException",
        .impossible(reason: "It takes a user who is set up wrongly on the server.")
      ),
      .named(
        "WSEmailAddressAlreadyInUseException",
        .impossible(
          reason: "It takes a user whose e-mail address another account uses; a run has one user."
        )
      ),
      .named(
        "WSUserUsesFederatedLoginException",
        .impossible(reason: "It takes a user with federated login; a run has one user.")
      ),
      .named("CompanyNotActiveException", .byExample, "The company is no longer active."),
      .named("WSDiscoverableServiceException", .impossible(reason: serverSide)),
    ],
    examples: [
      .example(
        "company",
        body: ["version": 1, "entityType": "company", "entityId": "1234"],
        bodyValues: [.at("/entityId", .given("discoverableCompany"))],
        consumes: ["discoverableCompany"]
      ),
      .example(
        "company-with-form",
        versions: [2],
        body: [
          "version": 2, "entityType": "company", "entityId": "1234", "cafData": completeForm,
        ],
        bodyValues: [.at("/entityId", .given("discoverableCompany"))],
        consumes: ["discoverableCompany"],
        basis: .assumption(
          """
          The document announces a sample of version 2 and prints none; cafData is read as the \
          Company Access Form that acceptRejectCompanyConnection documents.
          """
        )
      ),
      .example(
        "company-with-empty-form",
        versions: [2],
        body: ["version": 2, "entityType": "company", "entityId": "1234", "cafData": [:]],
        bodyValues: [.at("/entityId", .given("discoverableCompany"))],
        consumes: ["discoverableCompany"],
        basis: .assumption("The documents mark no member of the form as mandatory.")
      ),
      .example(
        "company-with-null-form",
        versions: [2],
        body: ["version": 2, "entityType": "company", "entityId": "1234", "cafData": nil],
        bodyValues: [.at("/entityId", .given("discoverableCompany"))],
        consumes: ["discoverableCompany"]
      ),
      .example(
        "connected-company",
        versions: [1],
        body: ["version": 1, "entityType": "company", "entityId": "1234"],
        bodyValues: [.at("/entityId", .given("connectedCompany"))],
        expect: .refusal(
          .error(
            "WSConnectionAlreadyExistsException",
            refused: .assumption(nameIsLiteral),
            named: .assumption(nameIsLiteral)
          )
        )
      ),
      .example(
        "inactive-company",
        versions: [1],
        body: ["version": 1, "entityType": "company", "entityId": "1234"],
        bodyValues: [.at("/entityId", .given("inactiveCompany"))],
        expect: .refusal(
          .error(
            "CompanyNotActiveException",
            refused: .assumption(nameIsLiteral),
            named: .assumption(
              """
              This document writes the name without WS, another with it; they are read as the same \
              error.
              """
            )
          )
        )
      ),
      .example(
        "pre-registered-company",
        versions: [1],
        body: ["version": 1, "entityType": "company", "entityId": "1234"],
        bodyValues: [.at("/entityId", .given("preRegisteredCompany"))],
        expect: .refusal(
          .error(
            "WSPreRegistrationAlreadyExistsException",
            refused: .assumption(nameIsLiteral),
            named: .assumption(nameIsLiteral)
          )
        )
      ),
      .example(
        "domain-restricted-company",
        versions: [1],
        body: ["version": 1, "entityType": "company", "entityId": "1234"],
        bodyValues: [.at("/entityId", .given("domainRestrictedCompany"))],
        expect: .refusal(
          .error(
            "WSInvalidEmailDomainNameException",
            refused: .assumption(nameIsLiteral),
            named: .assumption(nameIsLiteral)
          )
        )
      ),
    ],
    notes: [
      "Any user supplied metadata will be updated in the user's profile.",
      """
      A successful connection makes SAM invite the user to connect, without the additional \
      notifications and e-mails.
      """,
      """
      All three connection statuses are answered with 200, also 3, an unsuccessful connection: \
      the status of the connection is separate from an error status code.
      """,
      """
      The messages are: 1, "Connection successful."; 2, "Thank you for requesting access to \
      {company name}." and, after an empty line, "You will receive an email and notification once \
      your details have been verified."; 3, "Connection unsuccessful." and, after an empty line, \
      "Please contact {company name} for more information."
      """,
      "The entity type event is reserved for future use; its ID will be a UUID.",
      """
      WSInsufficientPrivilegesException is not WSInsufficientPermissionsException of the error \
      definitions; neither is read as the other.
      """,
      onErrors, onAuthentication, onOrderOfChecks,
    ]
  )

  /// What the endpoint reads.
  static let connectionRequest: Schema = .object([
    .required(
      "version",
      .integer(in: 1...2),
      """
      Currently set to the number 2. Version 2 adds optional cafData if the company has CAF \
      enabled.
      """
    ),
    .required(
      "entityType",
      .oneOf("company"),
      "The type of entity: company; event is reserved for future use."
    ),
    .required(
      "entityId",
      companyID,
      "For a company its ID, a number. Represented and passed as a string."
    ),
    .optional(
      "cafData",
      companyAccessForm.nullable,
      """
      Adds Company Access Form data so that a Contact record can be updated during the request. \
      Not processed if null.
      """
    ),
  ])
  .titled("ConnectionRequest")

  /// What the endpoint answers.
  static let connectionStatus: Schema = .object([
    .required(
      "connectionStatus",
      .integer.example(1),
      """
      The status of the connection request. This is separate from an error status code: multiple \
      success states are possible.
      """
    ),
    .required(
      "connectionMessage",
      .string.example("Connection successful."),
      "A user friendly description of the status."
    ),
  ])
  .titled("ConnectionStatus")

  private static let versionsAreOneAndTwo = """
    The document names versions 1 and 2 and lists an error for unsupported versions; that every \
    other version gets it is our reading.
    """

  private static let versionIsANumber = """
    The document says that the version is a number and not what happens without one; read as an \
    invalid parameter (400, code 1002).
    """
}
