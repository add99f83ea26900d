public import AccordModel
import AccordSchema
import HTTPTypes

/// The Platform API: what its endpoints share.
public enum Platform {
  /// The Platform API, a ServiceStack host, as documented.
  public static let suite = ContractSuite(
    "platform",
    name: "Platform API",
    "Lists the connections of a contact, and cancels or removes them.",
    folder: "Contracts/Platform",
    credential: credential,
    formats: [json, xml, jsonLines, jsv, csv],
    negotiation: negotiation,
    errors: errors,
    givens: [contact, contactType, requestor, cancellableConnection, removableConnection],
    contracts: [getConnectionsToContact, connectionStatusUpdate],
    lifeCycles: [removal, cancellation]
  )
}

// MARK: - Formats

extension Platform {
  static let json = Format(
    "json",
    .json,
    mediaType: "application/json",
    charset: "utf-8",
    charsetBasis: .assumption(
      "ServiceStack appends the charset to JSON by default; a host can switch it off."
    )
  )

  static let xml = Format("xml", .xml, mediaType: "application/xml")

  /// The pages call its suffix "other", because they print the name of an enumeration; the key
  /// under which the format is registered is jsonl.
  static let jsonLines = Format("jsonl", .jsonLines, mediaType: "text/jsonl")

  /// The pages send text/jsv in Accept, which matches nothing; the media type is application/jsv.
  static let jsv = Format("jsv", .jsv, mediaType: "application/jsv")

  static let csv = Format("csv", .csv, mediaType: "text/csv")

  static let negotiation = Negotiation(
    ways: [
      .by(
        .suffix,
        [
          .format("json", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "json"))),
          .format("jsonl", basis: .assumption(keyOfJSONLines)),
          .format("jsv", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "jsv"))),
          .format("csv", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "csv"))),
        ],
        basis: .statedBy(listPage)
      ),
      .by(
        .query("format"),
        [
          .format("json", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "json"))),
          .format("jsonl", basis: .assumption(keyOfJSONLines)),
          .format("jsv", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "jsv"))),
          .format("csv", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "csv"))),
        ],
        basis: .statedBy(listPage)
      ),
      .by(
        .accept,
        [
          .format("json", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "json"))),
          .format(
            "jsv",
            basis: .assumption(
              """
              The page prints Accept: text/jsv; ServiceStack's published source serves \
              application/jsv and matches text/jsv with nothing.
              """
            )
          ),
          .format("csv", basis: .statedBy(metadata("ConnectionStatusUpdate", in: "csv"))),
        ]
      ),
    ],
    precedence: .assumption(
      """
      The pages name the three ways and not which of them wins; ServiceStack's published source \
      lets the suffix go before the query and the query before Accept.
      """
    ),
    fallback: "json",
    fallbackBasis: .assumption(
      "The pages do not say what the answer is without any of the three ways; read as JSON."
    )
  )

  private static let keyOfJSONLines = """
    The page prints .other and ?format=other, the name of an enumeration; ServiceStack's published \
    source registers the format under the key jsonl.
    """

  /// A header of every answer.
  static let vary: HeaderRule = .required(
    "Vary",
    .string(pattern: "[Aa]ccept"),
    "The answer depends on the Accept header of the request.",
    basis: .assumption(
      "ServiceStack sends it with every answer by default; the pages do not mention it."
    )
  )
}

// MARK: - The token

extension Platform {
  static let credential = Credential(
    header: "Authorization",
    template: "Bearer {token}",
    variable: "PLATFORM_TOKEN",
    basis: .assumption(howCallersAuthenticate)
  )

  /// The header that carries the token.
  static func authorization(refused: Basis) -> HeaderRule {
    .required(
      "Authorization",
      .nonEmptyString,
      "The caller's token.",
      isCredential: true,
      missing: .error(
        "Unauthorized",
        "AuthenticationException",
        refused: refused,
        named: .assumption(howAuthenticationFails),
        statuses: .exactly(.unauthorized),
        allowsEmptyBody: true,
        headers: [challenge]
      ),
      invalid: .error(
        "Unauthorized",
        "AuthenticationException",
        "SecurityTokenException",
        refused: refused,
        named: .assumption(howAuthenticationFails),
        statuses: .exactly(.unauthorized),
        allowsEmptyBody: true,
        headers: [challenge],
        probes: [
          .probe("unknown-token", "Bearer not-a-token", why: "bears a token that nobody issued")
        ]
      ),
      basis: .assumption(howCallersAuthenticate)
    )
  }

  static let challenge: HeaderRule = .required(
    "WWW-Authenticate",
    .nonEmptyString,
    "How to authenticate (RFC 9110 section 11.6.1).",
    basis: .assumption(
      """
      RFC 9110 section 15.5.2 asks a 401 for it and ServiceStack sends it; the pages do not \
      mention it.
      """
    )
  )

  private static let howCallersAuthenticate = """
    The pages say that authentication is required and not how; read as a bearer token in the \
    header Authorization. Another host may use a session cookie.
    """

  private static let howAuthenticationFails = """
    The pages do not say what a caller gets who is not authenticated; read as 401 with \
    WWW-Authenticate and either an empty body or a ResponseStatus, as ServiceStack's published \
    source has both.
    """
}

// MARK: - Live data

extension Platform {
  static let contact: Given = .given(
    "contact",
    .guid,
    "The ContactId of a contact that has connections, best several that can be cancelled or removed."
  )

  static let contactType: Given = .given(
    "contactType",
    .guid,
    "The ContactTypeId of that contact: real or virtual, person or organisation."
  )

  static let requestor: Given = .given(
    "requestor",
    .guid,
    "The ContactId on whose behalf the caller asks: the current user or the licensee."
  )

  static let cancellableConnection: Given = .given(
    "cancellableConnection",
    fields: connectionFields,
    "A connection of that contact that can be cancelled, with its role.",
    discovery: discovery(ofConnectionsThat: "AllowCancel")
  )

  static let removableConnection: Given = .given(
    "removableConnection",
    fields: connectionFields,
    "A connection of that contact that can be removed, with its role.",
    discovery: discovery(ofConnectionsThat: "AllowRemove")
  )

  private static let connectionFields = [
    Given.Field("ConnectionId", .guid),
    Given.Field("RoleId", .guid),
  ]

  private static func discovery(ofConnectionsThat allow: String) -> Given.Discovery {
    Given.Discovery(
      "GetConnectionsToContact",
      RequestTemplate(
        .get,
        [.text("/api/contacts/"), .value(.given("contact")), .text("/connections")],
        query: [
          "ContactTypeId": .given("contactType"),
          "RequestorContactId": .given("requestor"),
        ],
        fields: [
          RequestTemplate.Field("Accept", .value("application/json")),
          RequestTemplate.Field("Authorization", .credential),
        ]
      ),
      list: "/Connections",
      members: ["/ConnectionId", "/ContactRoleId"],
      suitable: .object([
        .required("ConnectionId", .guid),
        .required("ContactRoleId", .guid),
        .required(allow, .constant(true)),
      ]),
      effect: .readOnly
    )
  }
}
