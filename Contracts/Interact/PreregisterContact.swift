import AccordModel
import AccordSchema
import HTTPTypes

extension Interact {
  static let preregisterContact = Contract(
    "company.preregister",
    "Pre-registers a contact into a particular company (NI or MI).",
    name: "preregisterContact",
    document: "004_63b7316a06c3bcb8.txt",
    effect: .changesState,
    routes: [
      .post(
        "/rest/company/mi/preregister",
        version: .version(
          in: .body("/version"),
          serves: [1],
          unsupported: .error(
            "WSInvalidParameterException",
            named: .assumption(
              """
              The endpoint lists no error for unsupported versions; this is the only one of its \
              errors that a wrong request can get.
              """
            ),
            probes: [
              .probe("2", 2, why: "is not supported: only version 1 is"),
              .probe("0", 0, why: "is not supported: only version 1 is"),
            ]
          ),
          missing: .error("WSInvalidParameterException", named: .assumption(wrongBodyIsInvalid)),
          notANumber: .error(
            "WSInvalidParameterException",
            refused: .assumption(
              "The sample sends a number; that a word is refused is our reading."
            ),
            named: .assumption(wrongBodyIsInvalid),
            probes: [.probe("word", "one", why: "is a word where a number belongs")]
          )
        )
      )
    ],
    headers: [authToken],
    body: .body(
      preregistration,
      malformed: .error("WSInvalidParameterException", named: .assumption(wrongBodyIsInvalid)),
      incomplete: .error("WSInvalidParameterException", named: .assumption(wrongBodyIsInvalid))
    ),
    responses: [.status(.ok, .empty)],
    errors: [
      .named("WSUserServiceUnavailableException", .impossible(reason: serverSide)),
      .named("WSCompanyServiceUnavailableException", .impossible(reason: serverSide)),
      .named("WSInvalidAuthTokenException", .byRequest, "No token, or an invalid one."),
      .named("WSInvalidParameterException", .byRequest, "A mandatory field is missing or wrong."),
      .named("WSCompanyServiceException", .impossible(reason: serverSide)),
      .named("WSCacheServiceException", .impossible(reason: serverSide)),
    ],
    examples: [
      .example(
        "sample",
        body: [
          "version": 1, "preRegCompanyKey": "myinteractfinance", "contactDetails": sampleContact,
        ],
        bodyValues: newContact,
        changesState: true
      ),
      .example(
        "minimal",
        body: [
          "version": 1,
          "preRegCompanyKey": "myinteractfinance",
          "contactDetails": [
            "email1": "", "firstname": "Aaron", "lastname": "PreReg WebService",
          ],
        ],
        bodyValues: newContact,
        changesState: true
      ),
      .example(
        "complete",
        body: [
          "version": 1, "preRegCompanyKey": "myinteractfinance", "contactDetails": completeContact,
        ],
        bodyValues: newContact,
        changesState: true,
        basis: .assumption(
          """
          The sample shows null for most members and no types; that they take strings is our \
          reading.
          """
        )
      ),
      .example(
        "names-beyond-ascii",
        body: [
          "version": 1,
          "preRegCompanyKey": "myinteractfinance",
          "contactDetails": [
            "email1": "", "firstname": "Zoë", "lastname": "Nguyễn 阮",
            "notes": "Line one\nline two, \"quoted\" \u{1F4AC}",
          ],
        ],
        bodyValues: newContact,
        changesState: true,
        basis: .assumption("Bodies of the API are UTF-8; the document sets no limit on names.")
      ),
    ],
    notes: [
      """
      The text says that email is mandatory and then names email1; the member is email1.
      """,
      """
      An empty body is Content-Length 0 or an empty chunked body with status 200; a Content-Type \
      is not required.
      """,
      "What a second pre-registration of the same address gets is not documented, nor asserted.",
      "What an unknown preRegCompanyKey gets is not documented and not asserted.",
      onErrors, onAuthentication, onOrderOfChecks,
    ]
  )

  /// What the endpoint reads.
  static let preregistration: Schema = .object([
    .required("version", .integer(in: 1...1), "Only version 1 supported as of 2016-08-29."),
    .required(
      "preRegCompanyKey",
      .nonEmptyString.example("myinteractfinance"),
      "The unique Pre Reg URL defined for the company in SAM."
    ),
    .required(
      "contactDetails",
      contactDetails,
      "All existing CONTACT fields can be used, but email1, firstname and lastname are mandatory."
    ),
  ])
  .titled("Preregistration")

  /// A key of the company and an address that nobody has registered yet.
  private static let newContact: [Example.BodyValue] = [
    .at("/preRegCompanyKey", .given("preRegistrationKey")),
    .at("/contactDetails/email1", .unique(prefix: "accord+", suffix: "@example.com")),
  ]
}
