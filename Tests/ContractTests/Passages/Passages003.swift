extension Passage {
  private static let code = Holder.nothing("It is JavaScript around the names.")

  /// Document 003, ConnectionStatusUpdate.
  static let connectionStatusUpdate: [Passage] = [
    .line("Platform API", .told("Platform API")),
    .line("<back to all", .nothing("It leads to another page.")),
    .line("ConnectionStatusUpdate", .told("ConnectionStatusUpdate")),
    .line(
      "Update the status of the specified connection",
      .stated([
        "life-cycle/removal/beginning", "life-cycle/cancellation/beginning",
        "life-cycle/cancellation/cancel", "life-cycle/cancellation/list",
        "life-cycle/removal/remove", "relation/cancel-leaves-the-others",
        "relation/remove-leaves-the-others", "life-cycle/removal/apart",
        "life-cycle/cancellation/apart", "example/cancel", "example/remove",
      ])
    ),
    .line(
      "Requires Authentication",
      .stated([
        "header/authorization/missing/refused", "header/authorization/invalid/refused",
        "life-cycle/removal/unchanged", "life-cycle/cancellation/unchanged",
      ]),
      .read(["header/authorization"])
    ),
    .line("The following routes", .nothing("It announces the routes.")),
    .line("All Verbs/api/connections/{ConnectionId}/cancel", .stated(["route/cancel"])),
    .line(
      "All Verbs/api/connections/{ConnectionId}/remove",
      .stated(["route/remove", "relation/two-actions"])
    ),
    .lines(4, "\"use strict\"", code),
    .lines(3, "/** @type {ResponseStatus} */", .stated(["response/success/content"])),
    .lines(3, "export class ConnectionStatusUpdate {", code),
    .lines(4, "/**", .stated(["parameter/ConnectionId"])),
    .lines(4, "/**", .stated(["parameter/ContactId", "parameter/ContactId/missing/refused"])),
    .lines(
      4,
      "/**",
      .stated(["parameter/ContactTypeId", "parameter/ContactTypeId/missing/refused"])
    ),
    .lines(4, "/**", .stated(["parameter/RoleId", "parameter/RoleId/missing/refused"])),
    .line("}", code),
    .line("JavaScript ConnectionStatusUpdate DTOs", .nothing("It names what stands above.")),
    .line(
      "To override the Content-type",
      .stated(["negotiation/accept"]),
      .read(["negotiation/suffix/jsonl", "negotiation/query/jsonl"]),
      .told("other is ignored")
    ),
    .line("HTTP + OTHER", .told("The pages print .other")),
    .line("The following are sample", .told("are placeholders")),
    .lines(5, "POST /api/connections/{ConnectionId}/cancel", .stated(["example/as-printed"])),
    .line("{\"ConnectionId\"", .stated(["body", "example/as-printed"])),
    .line("HTTP/1.1 200 OK", .stated(["response/success"])),
    .line("Content-Type: text/jsonl", .stated(["negotiation/accept"])),
    .line("Content-Length: length", .told("are placeholders")),
    .line(
      "{\"ResponseStatus\"",
      .stated(["response/success/content"]),
      .told("it is absent, null, or has a null ErrorCode")
    ),
  ]
}
