public import AccordModel
import AccordSchema
import HTTPTypes

/// The Interact API: what its endpoints share.
public enum Interact {
  /// The Interact API as documented.
  public static let suite = ContractSuite(
    "interact",
    name: "Interact API",
    "Connects users of MyInteract with companies, and pre-registers contacts of a company.",
    folder: "Contracts/Interact",
    credential: credential,
    formats: [.json],
    errors: errors,
    givens: [
      pendingInvitation, inactiveCompanyInvitation, discoverableCompany, connectedCompany,
      inactiveCompany, preRegisteredCompany, domainRestrictedCompany, preRegistrationKey,
    ],
    contracts: [
      requestEntityConnection, acceptRejectCompanyConnection, preregisterContact,
    ],
    neighbours: neighbours,
    lifeCycles: [invitation, company]
  )
}

// MARK: - The token

extension Interact {
  /// The token in its header, or a login by version 2 of loginUser, which takes JSON.
  static let credential = Credential(
    header: "x-nextinteract-authtoken",
    variable: "INTERACT_TOKEN",
    login: Credential.Login(
      request: RequestTemplate(
        .post,
        [.text("/rest/user/login")],
        fields: [
          RequestTemplate.Field("Content-Type", .value("application/json")),
          RequestTemplate.Field("Accept", .value("application/json")),
        ],
        body: .value(
          ["uEmail": "", "uPassword": "", "appCode": "MY", "version": "2"],
          [.at("/uEmail", .given("email")), .at("/uPassword", .given("password"))],
          .json,
          loginRequest
        )
      ),
      userVariable: "INTERACT_EMAIL",
      passwordVariable: "INTERACT_PASSWORD",
      token: .header("x-nextinteract-authtoken"),
      expiry: .header("x-nextinteract-authtoken-expiry-seconds")
    )
  )

  /// The header that all endpoints require.
  static let authToken: HeaderRule = .required(
    "x-nextinteract-authtoken",
    .nonEmptyString,
    "Auth token returned from loginUser",
    isCredential: true,
    missing: .error(
      "WSInvalidAuthTokenException",
      named: .assumption(
        """
        The documents require the token and do not say which error a request without it gets; \
        this is the only error of the error definitions that is about the token (401, code 1006).
        """
      )
    ),
    invalid: .error(
      "WSInvalidAuthTokenException",
      named: .assumption(
        "The documents do not say what an invalid token gets; read as the answer of a missing one."
      ),
      probes: [
        .probe("unknown", "not-a-token", why: "is no token that loginUser returned"),
        .probe(
          "forged",
          "00000000-0000-0000-0000-000000000000",
          why: "looks like a token and is none that loginUser returned"
        ),
      ]
    )
  )
}

// MARK: - Live data

extension Interact {
  static let pendingInvitation: Given = .given(
    "pendingInvitation",
    .integer(in: 1...),
    "The connectionId of an invitation to connect that the caller has not answered yet.",
    discovery: Given.Discovery(
      "findConnectionsForUser",
      RequestTemplate(
        .get,
        [.text("/rest/user/company/connections")],
        query: ["inviteStatusCode": "P"],
        fields: [
          RequestTemplate.Field("Accept", .value("application/json")),
          RequestTemplate.Field("x-nextinteract-authtoken", .credential),
        ]
      ),
      list: "",
      members: ["/connectionId"],
      suitable: .object([
        .required("connectionId", .integer(in: 1...)),
        .required("inviteStatusCode", .constant("P")),
      ]),
      effect: .readOnly
    )
  )

  static let inactiveCompanyInvitation: Given = .given(
    "inactiveCompanyInvitation",
    .integer(in: 1...),
    "The connectionId of a pending invitation from a company that is no longer active."
  )

  static let discoverableCompany: Given = .given(
    "discoverableCompany",
    companyID,
    "The ID of a company that the caller may ask for a connection and is not connected with."
  )

  static let connectedCompany: Given = .given(
    "connectedCompany",
    companyID,
    "The ID of a company that the caller is connected with."
  )

  static let inactiveCompany: Given = .given(
    "inactiveCompany",
    companyID,
    "The ID of a company that is no longer active."
  )

  static let preRegisteredCompany: Given = .given(
    "preRegisteredCompany",
    companyID,
    "The ID of a company where the caller is pre-registered already."
  )

  static let domainRestrictedCompany: Given = .given(
    "domainRestrictedCompany",
    companyID,
    "The ID of a company that does not admit the domain of the caller's e-mail address."
  )

  static let preRegistrationKey: Given = .given(
    "preRegistrationKey",
    .nonEmptyString,
    "The unique Pre Reg URL defined for a company in SAM."
  )
}
