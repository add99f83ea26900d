extension Passage {
  private static let heading = Holder.nothing("It names the columns of a table.")
  private static let row = Holder.stated(["response/success/content"])

  /// Document 002, GetConnectionsToContact.
  static let getConnectionsToContact: [Passage] = [
    .lines(2, "| All Verbs |", .stated(["route/route"])),
    .lines(2, "| Name | Parameter", heading),
    .line("| ContactId | path", .stated(["parameter/ContactId"]), .told("no contact has")),
    .line(
      "| ContactTypeId | query",
      .stated(["parameter/ContactTypeId", "parameter/ContactTypeId/missing/refused"]),
      .read(["parameter/ContactTypeId/places", "parameter/ContactTypeId/invalid/refused"])
    ),
    .line(
      "| RequestorContactId | query",
      .stated(["parameter/RequestorContactId", "parameter/RequestorContactId/missing/refused"])
    ),
    .line(
      "| IsPagedMode | query",
      .stated([
        "parameter/IsPagedMode", "example/all", "example/not-paged", "example/paged",
        "relation/page-is-bounded", "relation/pages-are-complete",
      ]),
      .read(["parameter/IsPagedMode/invalid/refused"])
    ),
    // What it decides shows where something is removed.
    .line(
      "| IncludeRemoved | query",
      .stated([
        "parameter/IncludeRemoved", "example/removed-included", "example/removed-left-out",
        "example/every-parameter",
        "connections.status-update: life-cycle/removal/list",
        "connections.status-update: life-cycle/removal/list-with-removed",
      ])
    ),
    .lines(2, "| Name | Parameter", heading),
    .line(
      "| PageNumber | form",
      .stated([
        "parameter/PageNumber", "relation/pages-do-not-overlap", "relation/pages-are-complete",
      ]),
      .read(["relation/page-zero-is-first"])
    ),
    .line("| PageSize | form", .stated(["parameter/PageSize", "relation/page-is-bounded"])),
    .line(
      "| SortIndex | form",
      .stated(["parameter/SortIndex", "relation/sorting"]),
      .read(["relation/sorting-by-another-field"])
    ),
    .lines(
      3,
      "| SortOrder | form",
      .stated([
        "parameter/SortOrder", "parameter/SortOrder/invalid/refused", "relation/sorting",
        "example/ascending", "example/descending",
      ])
    ),
    .lines(2, "| Name | Parameter", heading),
    .line(
      "| Connections | form",
      row,
      .read(["response/success/content/connections-are-listed"])
    ),
    .line(
      "| TotalConnections | form",
      row,
      .read(["relation/total-is-stable", "relation/total-is-the-number-listed"])
    ),
    .line("| ResponseStatus | form", row),
    .lines(2, "| Name | Parameter", heading),
    .lines(18, "| ConnectionId | form", row),
    .lines(2, "| Name | Parameter", heading),
    .lines(
      15,
      "| ContactId | form",
      row,
      .read(["response/success/content/contact-type-is-a-guid"])
    ),
    .line(
      "To override the Content-type",
      .stated([
        "negotiation/suffix", "negotiation/query", "negotiation/accept", "negotiation/suffix/json",
        "negotiation/query/csv",
      ]),
      .read([
        "negotiation/suffix/jsonl", "negotiation/query/jsonl", "negotiation/accept/jsv",
        "negotiation/precedence", "negotiation/fallback", "relation/formats-agree",
      ])
    ),
    .line("The following are sample", .told("are placeholders")),
    .lines(5, "POST /api/contacts", .stated(["route/route", "example/as-printed"])),
    .lines(11, "<GetConnectionsToContact ", .stated(["body", "example/as-printed"])),
    .line("HTTP/1.1 200 OK", .stated(["response/success"])),
    .line("Content-Type: application/xml", .stated(["negotiation/accept"])),
    .line("Content-Length: length", .told("are placeholders")),
    .lines(
      80,
      "<GetConnectionsToContactResponse",
      .stated(["response/success/content", "errors/body/ResponseStatus"])
    ),
  ]
}
