import AccordModel
import AccordSchema
import HTTPTypes

extension Interact {
  static let acceptRejectCompanyConnection = Contract(
    "connections.accept-reject",
    "Accepts or rejects an invitation to connect for a given user and company.",
    name: "acceptRejectCompanyConnection",
    document: "001_7576d85eb6fa4e74.txt",
    effect: .changesState,
    routes: [
      .put(
        "/rest/user/company/connections/{connectionId}/{inviteStatusName}",
        name: "version-1",
        version: .version(in: .query("version"), serves: [1], whenAbsent: 1)
      ),
      .put(
        "/rest/user/company/connections/{connectionId}/{inviteStatusName}/v{version}",
        name: "version-2",
        version: .version(
          in: .path("version"),
          serves: [2],
          unsupported: .error(
            "WSInvalidParameterException",
            refused: .assumption(
              "The document names versions 1 and 2; it does not exclude others."
            ),
            named: .assumption("The endpoint lists no error of its own for unsupported versions."),
            probes: [.probe("3", 3, why: "is a version that the document does not name")]
          )
        )
      ),
    ],
    headers: [authToken],
    parameters: [
      .path(
        "connectionId",
        .integer(in: 1...),
        "The id of the connection returned by call to findConnectionsForUser()",
        example: .given("pendingInvitation"),
        invalid: .error(
          "WSInvalidParameterException",
          refused: .assumption(idIsANumber),
          named: .assumption(idIsANumber),
          probes: [
            .probe("word", "two", why: "is a word where a number belongs"),
            .probe("fraction", "1.5", why: "is no whole number"),
          ]
        ),
        unknown: .error(
          "WSInvitationToConnectionNotFoundException",
          named: .assumption(
            "The document lists the error and not when it occurs; its name is read literally."
          ),
          probes: [.probe("no-invitation", 2_147_483_647, why: "is the id of no invitation")]
        )
      ),
      .path(
        "inviteStatusName",
        .oneOf("Accepted", "Rejected", "Cancelled"),
        "Either Accepted or Rejected or Cancelled",
        example: "Accepted",
        invalid: .error(
          "WSInvalidParameterException",
          named: .assumption(
            """
            The document gives the three names and not the error that another word gets; read as \
            400, code 1002.
            """
          ),
          probes: [
            .probe("unknown-word", "Postponed", why: "is none of the three names"),
            .probe("pending", "Pending", why: "names a status that cannot be asked for"),
            .probe(
              "wrong-case",
              "accepted",
              why: "differs from the name in case",
              basis: .assumption(
                """
                The document has no rule on case, and another endpoint of the API says expressly \
                that case does not matter there; read as exact.
                """
              )
            ),
          ]
        )
      ),
    ],
    body: .body(
      companyAccessForm,
      versions: [2],
      malformed: .error(
        "WSInvalidParameterException",
        named: .assumption(
          """
          Version 2 assumes that a Company Access Form is passed, so that a body which is none is \
          no success; the document does not say which error it gets. Read as 400, code 1002.
          """
        )
      )
    ),
    responses: [
      .status(
        .ok,
        .payload(success),
        readings: [
          .reading(
            "message",
            "The message of success is Connection updated.",
            .object([.required("errorMsg", .constant("Connection updated."))]),
            basis: .assumption(
              "The document prints one answer; that its text never differs is our reading."
            )
          )
        ]
      )
    ],
    errors: [
      .named("WSUserServiceUnavailableException", .impossible(reason: serverSide)),
      .named(
        "WSUserNotFoundException",
        .impossible(reason: "It takes a valid token whose user no longer exists.")
      ),
      .named("WSInvalidParameterException", .byRequest, "A status that is none of the three."),
      .named("WSInvalidAuthTokenException", .byRequest, "No token, or an invalid one."),
      .named(
        "WSInvitationToConnectionNotFoundException",
        .byRequest,
        "No invitation has this connectionId."
      ),
      .named("WSUserServiceException", .impossible(reason: serverSide)),
      .named("WSCacheServiceException", .impossible(reason: serverSide)),
      .named(
        "WSCompanyNotActiveException",
        .byExample,
        "The company of the invitation is no longer active."
      ),
    ],
    examples: [
      .example(
        "accept",
        versions: [1],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Accepted"],
        consumes: ["pendingInvitation"]
      ),
      .example(
        "reject",
        versions: [1],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Rejected"],
        consumes: ["pendingInvitation"]
      ),
      .example(
        "cancel",
        versions: [1],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Cancelled"],
        consumes: ["pendingInvitation"]
      ),
      .example(
        "accept-with-form",
        versions: [2],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Accepted"],
        body: completeForm,
        consumes: ["pendingInvitation"]
      ),
      .example(
        "reject-with-form",
        versions: [2],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Rejected"],
        body: completeForm,
        consumes: ["pendingInvitation"]
      ),
      .example(
        "cancel-with-form",
        versions: [2],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Cancelled"],
        body: completeForm,
        consumes: ["pendingInvitation"]
      ),
      .example(
        "accept-with-empty-form",
        versions: [2],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Accepted"],
        body: [:],
        consumes: ["pendingInvitation"],
        basis: .assumption("The document marks no member of the form as mandatory.")
      ),
      .example(
        "accept-with-null-form",
        versions: [2],
        path: ["connectionId": .given("pendingInvitation"), "inviteStatusName": "Accepted"],
        body: nullForm,
        consumes: ["pendingInvitation"],
        basis: .assumption("A member of the form that may be left out may be null.")
      ),
      .example(
        "accept-invitation-of-inactive-company",
        versions: [1],
        path: [
          "connectionId": .given("inactiveCompanyInvitation"), "inviteStatusName": "Accepted",
        ],
        expect: .refusal(
          .error(
            "WSCompanyNotActiveException",
            named: .assumption(nameIsLiteral)
          )
        )
      ),
    ],
    notes: [
      """
      April 2023: the version was added to this endpoint, to support CAF (Company Access Form). A \
      version that is null or 1 means the previous one; with 2 a form is assumed to be passed.
      """,
      "The examples of the document leave out /rest, which its request block has.",
      """
      The introduction says version=2, the note on the parameter says that version 2 is passed as \
      a part of the path and version 1 in the query; nothing is asserted of ?version=2, and the \
      mock takes it for version 2.
      """,
      """
      Success is status 200 and errorCode 0; an error in a 200 is reported as an error in a \
      success status.
      """,
      "Version 1 has no body; the document states none.",
      """
      The sample's date of birth, 01/01/2000, does not tell day from month; another page of the \
      API has 31/07/1982, so it is day, month, year.
      """,
      "The member userProfileFields of the form is marked as to be done and is not sent.",
      """
      What an invitation gets that was accepted, rejected or cancelled before is not documented \
      and not asserted.
      """,
      """
      CompanyNotActiveException of requestEntityConnection is read as the same error as \
      WSCompanyNotActiveException.
      """,
      onErrors, onAuthentication, onOrderOfChecks,
    ]
  )

  private static let idIsANumber = """
    The document gives connectionId no type; findConnectionsForUser, which returns it, prints whole \
    numbers. That anything else is refused, and with 400, code 1002, is our reading.
    """
}
