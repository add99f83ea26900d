import AccordModel
import AccordSchema
import HTTPTypes

extension Platform {
  static let getConnectionsToContact = Contract(
    "contacts.connections",
    "Lists the connections of a contact, all of them or in pages.",
    name: "GetConnectionsToContact",
    document: "002_80db8b88629a218e.txt",
    effect: .readOnly,
    routes: [.allMethods("/api/contacts/{ContactId}/connections")],
    headers: [
      authorization(
        refused: .assumption(
          """
          This page does not say that authentication is required; those of the neighbouring \
          operations do.
          """
        )
      )
    ],
    parameters: [
      .parameter(
        "ContactId",
        .guid,
        in: [.form, .query, .path, .body],
        usual: .path,
        required: true,
        "Contact Id to get connections for",
        example: .given("contact"),
        invalid: wrongValue(of: "ContactId", guidProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "ContactTypeId",
        .guid,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        "Type of the contact to get connections for (i.e. Real/ virtual Person/ Organisation)",
        example: .given("contactType"),
        missing: missing("ContactTypeId"),
        invalid: wrongValue(of: "ContactTypeId", guidProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "RequestorContactId",
        .guid,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        "Contact Id requesting the details - Current user or licensee",
        example: .given("requestor"),
        missing: missing("RequestorContactId"),
        invalid: wrongValue(of: "RequestorContactId", guidProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "IsPagedMode",
        .boolean,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Return all connections or paged results?",
        example: false,
        invalid: wrongValue(of: "IsPagedMode", booleanProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "IncludeRemoved",
        .boolean,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Option to return removed connections",
        example: false,
        invalid: wrongValue(of: "IncludeRemoved", booleanProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "PageNumber",
        .integer,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Page Number to retrieve",
        example: 1,
        invalid: wrongValue(of: "PageNumber", integerProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "PageSize",
        .integer,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Number of records to retrieve",
        example: 10,
        invalid: wrongValue(of: "PageSize", integerProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "SortIndex",
        .integer,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Index of field to sort results by",
        example: 0,
        invalid: wrongValue(of: "SortIndex", integerProbes),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
      .parameter(
        "SortOrder",
        sortOrder,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        "Sort Order - Ascending or Descending",
        example: "Ascending",
        invalid: wrongValue(
          of: "SortOrder",
          [.probe("unknown-word", "Sideways", why: "is neither Ascending nor Descending")],
          refused: .stated
        ),
        placesBasis: .assumption(labelsHaveNoMeaning)
      ),
    ],
    body: .body(
      getConnectionsRequest,
      in: ["json", "xml", "jsonl"],
      required: false,
      malformed: malformedBody
    ),
    responses: [
      .status(
        .ok,
        .rows(getConnectionsResponse, of: "/Connections"),
        headers: [vary],
        readings: [
          .reading(
            "connections-are-listed",
            "A right request is answered with a list and its total.",
            .object([
              .required("Connections", .array(of: connection([]))),
              .required("TotalConnections", .integer(in: 0...)),
            ])
            .titled("GetConnectionsToContactResponse")
            .xml(namespace: serviceModel),
            basis: .assumption(
              "The page marks neither as required; an answer without them would say nothing."
            )
          ),
          .reading(
            "contact-type-is-a-guid",
            "ContactTypeId of a contact is a Guid.",
            .object([
              .optional(
                "Connections",
                .array(
                  of: connection([
                    .optional("Contact", contactType(.guid.nullable).nullable),
                    .optional("SuggesterContact", contactType(.guid.nullable).nullable),
                  ])
                )
                .nullable
              )
            ])
            .titled("GetConnectionsToContactResponse")
            .xml(namespace: serviceModel),
            basis: .assumption(
              """
              The table says string and the XML sample shows a Guid; the sample's generator prints \
              the word String for strings, so the value is a Guid.
              """
            )
          ),
        ]
      )
    ],
    examples: [
      .example("all"),
      .example(
        "not-paged",
        query: ["IsPagedMode": false]
      ),
      .example(
        "paged",
        query: ["IsPagedMode": true, "PageNumber": 1, "PageSize": 2]
      ),
      .example(
        "removed-included",
        query: ["IncludeRemoved": true]
      ),
      .example(
        "removed-left-out",
        query: ["IncludeRemoved": false]
      ),
      .example(
        "ascending",
        query: ["SortIndex": 0, "SortOrder": "Ascending"]
      ),
      .example(
        "descending",
        query: ["SortIndex": 0, "SortOrder": "Descending"]
      ),
      .example(
        "every-parameter",
        query: [
          "IsPagedMode": true,
          "IncludeRemoved": true,
          "PageNumber": 1,
          "PageSize": 10,
          "SortIndex": 0,
          "SortOrder": "Ascending",
        ]
      ),
      .example(
        "request-in-the-body",
        body: [
          "PageNumber": 0,
          "PageSize": 0,
          "SortIndex": 0,
          "SortOrder": "Ascending",
          "ContactId": nil,
          "ContactTypeId": nil,
          "IncludeRemoved": false,
          "IsPagedMode": false,
          "RequestorContactId": nil,
        ],
        bodyValues: [
          .at("/ContactId", .given("contact")),
          .at("/ContactTypeId", .given("contactType")),
          .at("/RequestorContactId", .given("requestor")),
        ],
        basis: .assumption(
          "The page prints the request in XML; that JSON takes the same members is our reading."
        )
      ),
      // The placeholders of the sample are replaced, as the page asks.
      .example(
        "as-printed",
        in: "xml",
        body: [
          "PageNumber": 0,
          "PageSize": 0,
          "SortIndex": 0,
          "SortOrder": "Ascending",
          "ContactId": nil,
          "ContactTypeId": nil,
          "IncludeRemoved": false,
          "IsPagedMode": false,
          "RequestorContactId": nil,
        ],
        bodyValues: [
          .at("/ContactId", .given("contact")),
          .at("/ContactTypeId", .given("contactType")),
          .at("/RequestorContactId", .given("requestor")),
        ]
      ),
    ],
    relations: [
      .relation(
        "same-read-twice",
        "The same request twice gets the same connections.",
        .sameReadTwice,
        basis: .assumption("The page does not say that reading changes nothing.")
      ),
      .relation(
        "formats-agree",
        "The answer is the same in every format.",
        .formatsAgree,
        basis: .assumption(
          """
          The pages say that the format can be chosen and not that the values are the same; read as \
          one answer, written in several ways.
          """
        )
      ),
      .relation(
        "contact-in-several-places",
        "A ContactId in the query goes before the one in the path, and that before the body's.",
        .strongerPlaceWins(
          parameter: "ContactId",
          decoy: "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"
        ),
        basis: .assumption(
          """
          The page does not say which place wins; ServiceStack's published source lets form fields \
          overwrite the query, the query the path, and the path the body.
          """
        )
      ),
      .relation(
        "page-is-bounded",
        "In paged mode a page holds at most PageSize connections.",
        .pageIsBounded(paging)
      ),
      .relation(
        "pages-do-not-overlap",
        "No connection is on two pages.",
        .pagesDoNotOverlap(paging)
      ),
      .relation(
        "pages-are-complete",
        "The pages together hold the connections that the list holds which is not paged.",
        .pagesAreComplete(paging)
      ),
      .relation(
        "total-is-the-number-listed",
        "Without paging, TotalConnections is the number of connections listed.",
        .totalIsCount(paging),
        basis: .assumption(
          "The page does not say what TotalConnections counts; read as all that match."
        )
      ),
      .relation(
        "total-is-stable",
        "TotalConnections is the same on every page.",
        .totalIsStable(paging),
        basis: .assumption(
          """
          The page does not say what TotalConnections counts in paged mode; read as all that match, \
          whatever the page.
          """
        )
      ),
      .relation(
        "page-zero-is-first",
        "PageNumber 0 is the first page, as 1 is.",
        .firstPageByEachNumber(paging),
        basis: .assumption(
          """
          The page does not say whether counting begins with 0 or 1; read as 1, with 0 the first \
          page too.
          """
        )
      ),
      .relation(
        "sorting",
        "SortOrder turns the order of the connections round, by the field of SortIndex 0.",
        .sortingSorts(sorting(by: 0))
      ),
      .relation(
        "sorting-by-another-field",
        "SortOrder turns the order of the connections round, by the field of SortIndex 1.",
        .sortingSorts(sorting(by: 1)),
        basis: .assumption(
          "The page does not say how many fields the index chooses from; the sample has 0, and 1 is "
            + "tried as another."
        )
      ),
    ],
    notes: [
      """
      What a ContactId gets that no contact has is not documented and not asserted: neither a list \
      without connections nor an error.
      """,
      """
      The columns query and form of the page have no meaning on the wire: every parameter can \
      travel in the query, in a form or in the body. In the tables of answers they are ignored.
      """,
      """
      The page gives SortOrder the type int and prints two names; the name is sent, as in the XML \
      sample.
      """,
      """
      The table gives RequestorContactName the type Guid; the XML sample shows a string, and it is \
      read as a string.
      """,
      """
      IsConnectionRequest is in the table and not in the XML sample: a property without a setter, \
      absent from XML and optional elsewhere.
      """,
      """
      ConnectionId, ConnectionRequestId and FromDate are nullable by their types, though the sample \
      shows values.
      """,
      """
      SuggesterContact is marked as required in an answer and may be null, where nobody suggested \
      the connection; Contact may not.
      """,
      """
      The sample fills ResponseStatus with the word String; on success it is absent, null, or has \
      a null ErrorCode.
      """,
      """
      Dates in JSON are read as /Date(ms)/ with or without an offset, or ISO 8601 with or without \
      zone and fraction.
      """,
      """
      JSON Lines may hold the whole answer as one line or each connection as a line; both are \
      right.
      """,
      """
      CSV may hold the whole answer as one row, its list as JSV in one field, or each connection as \
      a row; both are right.
      """,
      textsHaveNoTypes, allMethodsAreFive, zeroGuid, authenticationComesLater, placeholders,
      formatOther,
    ]
  )
}

// MARK: - Payloads

extension Platform {
  /// The request, with the members of its base first.
  static let getConnectionsRequest: Schema = .object(
    [
      .optional("ContactId", .guid, "Contact Id to get connections for"),
      .optional("ContactTypeId", .guid, "Type of the contact to get connections for"),
      .optional("RequestorContactId", .guid, "Contact Id requesting the details"),
      .optional("IsPagedMode", .boolean, "Return all connections or paged results?"),
      .optional("IncludeRemoved", .boolean, "Option to return removed connections"),
    ],
    extending: pagedModel
  )
  .titled("GetConnectionsToContact")
  .xml(namespace: serviceModel, order: .dataContract)

  /// The answer.
  static let getConnectionsResponse: Schema = .object([
    .optional("Connections", .array(of: contactConnectionModel).nullable),
    .optional("TotalConnections", .integer.example(1)),
    .optional("ResponseStatus", responseStatus.nullable),
  ])
  .titled("GetConnectionsToContactResponse")
  .xml(namespace: serviceModel, order: .dataContract)

  private static func connection(_ members: [Schema.Member]) -> Schema {
    .object(members).titled("ContactConnectionModel").xml(namespace: models)
  }

  private static func contactType(_ schema: Schema) -> Schema {
    .object([.optional("ContactTypeId", schema)])
      .titled("ContactSummaryModel")
      .xml(namespace: models)
  }

  private static let paging = Relation.Paging(
    number: "PageNumber",
    first: [1, 0],
    size: "PageSize",
    mode: ["IsPagedMode": true],
    unpaged: ["IsPagedMode": false],
    items: "/Connections",
    total: "/TotalConnections",
    identity: ["/ConnectionId", "/ConnectionRequestId"]
  )

  private static func sorting(by index: Int) -> Relation.Sorting {
    func arguments(_ direction: String) -> Arguments {
      [
        "SortIndex": .literal(.number(JSONNumber(index))),
        "SortOrder": .literal(.string(direction)),
      ]
    }
    // Which member the index means is not told.
    return Relation.Sorting(
      [
        .order(
          "index \(index)",
          ascending: arguments("Ascending"),
          descending: arguments("Descending")
        )
      ],
      items: "/Connections",
      identity: ["/ConnectionId", "/ConnectionRequestId"]
    )
  }
}
