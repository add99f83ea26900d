import AccordModel
import AccordSchema
import HTTPTypes

/// The neighbours in which it shows what became of an invitation: two reads of which pages of the same
/// reference tell, that have no document here.
extension Interact {
  static let findConnectionsForUser = Contract(
    "connections.find-all",
    "Lists the connections of the user: invitations that are pending, and those that were accepted.",
    name: "findConnectionsForUser",
    document: "core/find-connections-for-user",
    effect: .readOnly,
    references: [findConnectionsPage],
    routes: [.get("/rest/user/company/connections")],
    headers: [authToken],
    parameters: [
      .query(
        "inviteStatusCode",
        .oneOf("P", "A"),
        "Pending or accepted ones; both if it is left out."
      )
    ],
    responses: [.status(.ok, .payload(.array(of: connection)))],
    errors: [.named("WSInvalidAuthTokenException", .byRequest, "No token, or an invalid one.")],
    errorList: .assumption(pageIsCut),
    examples: [
      .example("all"),
      .example("pending", query: ["inviteStatusCode": "P"]),
      .example("accepted", query: ["inviteStatusCode": "A"]),
    ],
    notes: [
      "The stored page ends before its errors: what a wrong inviteStatusCode gets is not asserted.",
      "Whether an invitation of a company that is no longer active is listed is not asserted.",
      onErrors, onAuthentication, onOrderOfChecks,
    ]
  )

  static let findConnectionForUser = Contract(
    "connections.find-one",
    "Returns the connection of the user with a company, or null where there is none.",
    name: "findConnectionForUser",
    document: "core/find-connection-for-user",
    effect: .readOnly,
    references: [findConnectionPage],
    routes: [.get("/rest/user/company/{cId}/connection")],
    headers: [authToken],
    parameters: [
      .path("cId", companyID, "The id of the company.", example: .given("discoverableCompany"))
    ],
    responses: [.status(.ok, .payload(connection.nullable))],
    errors: [
      .named("WSCompanyServiceUnavailableException", .impossible(reason: serverSide)),
      .named(
        "WSInvalidParameterException",
        .impossible(reason: "The page does not say what a wrong cId is.")
      ),
      .named("WSInvalidAuthTokenException", .byRequest, "No token, or an invalid one."),
      .named("WSCompanyServiceException", .impossible(reason: serverSide)),
      .named("WSCacheServiceException", .impossible(reason: serverSide)),
    ],
    examples: [
      .example("not-connected"),
      .example("connected", path: ["cId": .given("connectedCompany")]),
    ],
    notes: [
      "The page prints some members in another case than that of the list; neither is required.",
      onErrors, onAuthentication, onOrderOfChecks,
    ]
  )

  /// A connection as both pages print it; what only one of them has, or has in another case, may be
  /// absent.
  static let connection: Schema = .object([
    .required("connectionId", .integer(in: 1...)),
    .required("cId", .integer(in: 1...)),
    .optional("uId", .integer),
    .optional("cName", .string.nullable),
    .required("inviteStatusCode", .oneOf("P", "A")),
    .required("inviteStatusName", .oneOf("Pending", "Accepted")),
    .optional("dInvited", .integer.nullable),
    .optional("dExpires", .integer.nullable),
    .optional("dAccepted", .integer.nullable),
    .optional("dRejected", .integer.nullable),
    .optional("usesCAF", .boolean.nullable),
  ])
  .titled("Connection")

  private static let pageIsCut = "The stored page ends before its errors."
}
