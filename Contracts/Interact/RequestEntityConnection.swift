import AccordModel
import AccordSchema
import HTTPTypes

extension Interact {
  static let requestEntityConnection = Contract(
    "recommended.request-connection",
    """
    Actions a connection request for a discoverable company or entity, with profile data that the \
    user added or amended to show that the criteria of the sharing company are satisfied.
    """,
    name: "requestEntityConnection",
    document: "000_d37dc61e6b384492.txt",
    effect: .changesState,
    references: [
      SourcePage(
        "further details",
        "https://docs.google.com/document/d/11alwVD_i64tv-Cy8J7SCYEZ_J9JjQwG94MWAbKREG40/edit"
          + "#heading=h.qbims0cayo6c"
      ),
      SourcePage(
        "user story TP19195, version 2 sends cafData",
        "https://healthinteract.tpondemand.com/entity/19195-apis"
      ),
    ],
    routes: [
      .post(
        "/rest/user/recommended/requestConnection",
        version: .version(
          in: .body("/version"),
          serves: [1, 2],
          unsupported: .error(
            "WSUnsupportedVersionException",
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
        ),
        .member(
          "/entityId",
          .error(
            "WSInvalidParameterException",
            refused: .assumption(otherIDsAreInvalid),
            named: .assumption(otherIDsAreInvalid),
            probes: [
              .probe("number", 1234, why: "is a number where a string is passed"),
              .probe("letters", "interact", why: "is not the number of a company"),
            ]
          )
        ),
      ],
      memberVersions: [
        .member(
          "/cafData",
          readBy: [2],
          basis: .assumption(
            """
            The document says that version 2 adds cafData and not what version 1 does with it; read \
            as ignored, as members are that nobody knows.
            """
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
            basis: .stated
          ),
          .reading(
            "message-is-not-empty",
            "The connection message is not empty.",
            .object([.required("connectionMessage", .nonEmptyString)]),
            basis: .assumption(
              """
              The document calls the message a user friendly description and does not say that it \
              may not be empty.
              """
            )
          ),
          .reading(
            "message-of-status-1",
            "The message of connection status 1 is that of the list, or that of the sample.",
            message(.oneOf("Connection successful.", "Successfully connected...")),
            when: status(1),
            basis: .assumption(messagesAreThoseOfTheList)
          ),
          .reading(
            "message-of-status-2",
            "The message of connection status 2 is that of the list, with the company's name.",
            message(
              .string(
                template: """
                  Thank you for requesting access to {company name}.\n\nYou will receive an email \
                  and notification once your details have been verified.
                  """
              )
            ),
            when: status(2),
            basis: .assumption(messagesAreThoseOfTheList)
          ),
          .reading(
            "message-of-status-3",
            "The message of connection status 3 is that of the list, with the company's name.",
            message(
              .string(
                template: """
                  Connection unsuccessful.\n\nPlease contact {company name} for more information.
                  """
              )
            ),
            when: status(3),
            basis: .assumption(messagesAreThoseOfTheList)
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
            named: .assumption(nameIsLiteral)
          )
        )
      ),
    ],
    notes: [
      """
      Any user supplied metadata will be updated in the user's profile; no documented endpoint \
      shows it.
      """,
      """
      Any successful connection invokes additional behaviour in SAM to invite the user to connect, \
      without the additional notifications and e-mails; no documented endpoint shows it.
      """,
      """
      Version 2 adds functionality to send cafData, as per the user story TP19195. It is optional, \
      meant for companies that have CAF (Company Access Form) enabled, and not processed if null.
      """,
      """
      All three connection statuses are answered with 200, also 3, an unsuccessful connection: \
      the status of the connection is separate from an error status code.
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

  /// An answer with this connection status.
  private static func status(_ number: Int) -> Schema {
    .object([.required("connectionStatus", .constant(.number(JSONNumber(number))))])
  }

  /// An answer with such a message.
  private static func message(_ text: Schema) -> Schema {
    .object([.required("connectionMessage", text)])
  }

  private static let messagesAreThoseOfTheList = """
    The document lists a text for each status and calls the message a user friendly description; \
    its own sample has another text for status 1. Read as: one of the texts that it prints.
    """

  private static let otherIDsAreInvalid = """
    The document says that the ID of a company is a number, represented and passed as a string, and \
    not what another value gets; read as an invalid parameter (400, code 1002).
    """

  private static let versionsAreOneAndTwo = """
    The document names versions 1 and 2 and lists an error for unsupported versions, so that others \
    are refused; that they get this error, whose code is not known, is our reading.
    """

  private static let versionIsANumber = """
    The document says that the version is a number and not what happens without one; read as an \
    invalid parameter (400, code 1002).
    """
}
