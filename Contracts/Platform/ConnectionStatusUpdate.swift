import AccordModel
import AccordSchema
import HTTPTypes

extension Platform {
  static let connectionStatusUpdate = Contract(
    "connections.status-update",
    "Updates the status of the specified connection: cancels or removes it.",
    name: "ConnectionStatusUpdate",
    document: "003_778b1b659ab1d5b2.txt",
    effect: .changesState,
    routes: [
      .allMethods("/api/connections/{ConnectionId}/cancel", name: "cancel"),
      .allMethods("/api/connections/{ConnectionId}/remove", name: "remove"),
    ],
    headers: [authorization(refused: .stated)],
    parameters: [
      .parameter(
        "ConnectionId",
        .guid,
        in: [.form, .query, .path, .body],
        usual: .path,
        required: true,
        "Connection to be updated",
        invalid: wrongValue(of: "ConnectionId", guidProbes),
        unknown: .error(
          "NotFound",
          refused: .assumption(unknownConnectionIsNotFound),
          named: .assumption(unknownConnectionIsNotFound),
          probes: [
            .probe(
              "no-connection",
              "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d",
              why: "is the Guid of no connection"
            )
          ]
        ),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "ContactId",
        .guid,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        "Id of the contact linked to the connection",
        example: .given("contact"),
        missing: missing("ContactId", refused: .statedBy(updatePage)),
        invalid: wrongValue(of: "ContactId", guidProbes),
        basis: .statedBy(updatePage),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "ContactTypeId",
        .guid,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        "Type of contact being connected with. For e.g. Real Person, Virtual Person etc.",
        example: .given("contactType"),
        missing: missing("ContactTypeId", refused: .statedBy(updatePage)),
        invalid: wrongValue(of: "ContactTypeId", guidProbes),
        basis: .statedBy(updatePage),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "RoleId",
        .guid,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        "Role Id linked to the connection request",
        missing: missing("RoleId", refused: .statedBy(updatePage)),
        invalid: wrongValue(of: "RoleId", guidProbes),
        basis: .statedBy(updatePage),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
    ],
    body: .body(
      statusUpdateRequest,
      in: ["json", "xml", "jsonl"],
      required: false,
      malformed: malformedBody
    ),
    responses: [.status(.ok, .payload(statusUpdateResponse), headers: [vary])],
    examples: [
      .example(
        "cancel",
        routes: ["cancel"],
        path: ["ConnectionId": .given("cancellableConnection", field: "ConnectionId")],
        query: [
          "ContactId": .given("contact"),
          "ContactTypeId": .given("contactType"),
          "RoleId": .given("cancellableConnection", field: "RoleId"),
        ],
        consumes: ["cancellableConnection"]
      ),
      .example(
        "cancel-by-body",
        routes: ["cancel"],
        path: ["ConnectionId": .given("cancellableConnection", field: "ConnectionId")],
        body: ["ConnectionId": nil, "ContactId": nil, "ContactTypeId": nil, "RoleId": nil],
        bodyValues: [
          .at("/ConnectionId", .given("cancellableConnection", field: "ConnectionId")),
          .at("/ContactId", .given("contact")),
          .at("/ContactTypeId", .given("contactType")),
          .at("/RoleId", .given("cancellableConnection", field: "RoleId")),
        ],
        consumes: ["cancellableConnection"],
        basis: .statedBy(updatePage)
      ),
      // The placeholders of the sample are replaced, as the page asks.
      .example(
        "as-printed",
        in: "jsonl",
        routes: ["cancel"],
        path: ["ConnectionId": .given("cancellableConnection", field: "ConnectionId")],
        body: ["ConnectionId": nil, "ContactId": nil, "ContactTypeId": nil, "RoleId": nil],
        bodyValues: [
          .at("/ConnectionId", .given("cancellableConnection", field: "ConnectionId")),
          .at("/ContactId", .given("contact")),
          .at("/ContactTypeId", .given("contactType")),
          .at("/RoleId", .given("cancellableConnection", field: "RoleId")),
        ],
        consumes: ["cancellableConnection"]
      ),
      .example(
        "remove",
        routes: ["remove"],
        path: ["ConnectionId": .given("removableConnection", field: "ConnectionId")],
        query: [
          "ContactId": .given("contact"),
          "ContactTypeId": .given("contactType"),
          "RoleId": .given("removableConnection", field: "RoleId"),
        ],
        consumes: ["removableConnection"]
      ),
      .example(
        "remove-by-body",
        routes: ["remove"],
        path: ["ConnectionId": .given("removableConnection", field: "ConnectionId")],
        body: ["ConnectionId": nil, "ContactId": nil, "ContactTypeId": nil, "RoleId": nil],
        bodyValues: [
          .at("/ConnectionId", .given("removableConnection", field: "ConnectionId")),
          .at("/ContactId", .given("contact")),
          .at("/ContactTypeId", .given("contactType")),
          .at("/RoleId", .given("removableConnection", field: "RoleId")),
        ],
        consumes: ["removableConnection"],
        basis: .assumption(
          """
          The sample with a body is of cancel alone; both routes take the same request, so remove \
          takes it in the body too.
          """
        )
      ),
    ],
    relations: [
      .relation(
        "cancel-leaves-the-others",
        "Cancelling one connection leaves the others listed, with their status.",
        .othersStay(cancelling)
      ),
      .relation(
        "remove-leaves-the-others",
        "Removing one connection leaves the others listed, with their status.",
        .othersStay(removing)
      ),
      .relation(
        "two-actions",
        "A cancelled connection is not listed like a removed one.",
        .actsDiffer(cancelling.telling(actions), removing.telling(actions))
      ),
    ],
    notes: [
      """
      What cancelling does to the list is left open: the connection may be gone, or its status or \
      AllowCancel may differ; that nothing differs is a broken promise.
      """,
      """
      The sample request is one of cancel; both routes take the same members. The last segment of \
      the path, not the body, picks the action.
      """,
      """
      What cancel gets for a connection that is cancelled already, or remove for a removed one, is \
      not documented and not asserted.
      """,
      """
      The sample fills ResponseStatus with the word String; on success it is absent, null, or has \
      a null ErrorCode.
      """,
      """
      All members can travel in the query, in a form or in the body; a ConnectionId in the path \
      goes before one in the body.
      """,
      allMethodsAreFive, zeroGuid, authenticationComesLater, placeholders, formatOther,
    ]
  )
}

// MARK: - Payloads

extension Platform {
  /// The request.
  static let statusUpdateRequest: Schema = .object([
    .optional("ConnectionId", .guid, "Connection to be updated"),
    .optional("ContactId", .guid, "Id of the contact linked to the connection"),
    .optional(
      "ContactTypeId",
      .guid,
      "Type of contact being connected with. For e.g. Real Person, Virtual Person etc."
    ),
    .optional("RoleId", .guid, "Role Id linked to the connection request"),
  ])
  .titled("ConnectionStatusUpdate")
  .xml(namespace: serviceModel, order: .dataContract)

  /// The answer.
  static let statusUpdateResponse: Schema = .object([
    .optional("ResponseStatus", responseStatus.nullable)
  ])
  .titled("ConnectionStatusUpdateResponse")
  .xml(namespace: serviceModel, order: .dataContract)

  private static let removing = Relation.Listing(
    example: "remove",
    route: "remove",
    parameter: "ConnectionId",
    contract: "contacts.connections",
    listExample: "all",
    items: "/Connections",
    identity: "/ConnectionId",
    including: ["IncludeRemoved": true],
    state: ["/ConnectionStatusId"]
  )

  private static let cancelling = Relation.Listing(
    example: "cancel",
    route: "cancel",
    parameter: "ConnectionId",
    contract: "contacts.connections",
    listExample: "all",
    items: "/Connections",
    identity: "/ConnectionId",
    including: ["IncludeRemoved": true],
    state: ["/ConnectionStatusId"]
  )

  /// What of a connection may tell a cancelled one from a removed one.
  private static let actions: [JSONPointer] = [
    "/ConnectionStatusId", "/ConnectionStatusName", "/AllowCancel", "/AllowRemove",
  ]
}

extension Relation.Listing {
  /// The listing with other members that tell the state.
  fileprivate func telling(_ state: [JSONPointer]) -> Relation.Listing {
    var listing = self
    listing.state = state
    return listing
  }
}

// MARK: - Readings

extension Platform {
  private static let unknownConnectionIsNotFound = """
    The page does not say what a connection gets that does not exist; read as 404 with the \
    ErrorCode NotFound, as ServiceStack's HttpError has it.
    """
}
