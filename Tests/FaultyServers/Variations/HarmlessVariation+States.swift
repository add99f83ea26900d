import Accord
@testable import AccordMocking

extension HarmlessVariation {
  private static let invitations = ["interact/connections.accept-reject/life-cycle/*"]
  private static let companies = ["interact/recommended.request-connection/life-cycle/*"]
  private static let updates = [
    "platform/connections.status-update/life-cycle/*/in/*",
    "platform/connections.status-update/life-cycle/*/given",
    "platform/connections.status-update/life-cycle/*/wrong/*parameter-missing/*",
  ]

  /// What the documents leave open of what shows when, and what others do meanwhile.
  static let states: [HarmlessVariation] = [
    invitations("newest-first", "No document has an order.") { list in
      .array((list.elements ?? []).reversed())
    },
    invitations("others-arrive-meanwhile", "Companies invite whenever they like.") { list in
      .array([Self.invitation(Self.arrivals.next())] + (list.elements ?? []))
    },
    invitations("others-are-answered-meanwhile", "A user may have two devices.") { list in
      let count = Self.answers.next()
      return .array(
        (list.elements ?? []).filter { item in
          // Those at the end are no case's.
          let id = item.int(at: "/connectionId") ?? 0
          return !(1_200...1_300).contains(id) || (id + count) % 7 != 0
        }
      )
    },
    invitations("members-that-nobody-knows", "The page does not exclude further members.") { list in
      .array((list.elements ?? []).map { $0.with("red", at: "/colour") ?? $0 })
    },
    .answers(
      "no-connection-is-null-in-another-spelling",
      "RFC 8259: white space may stand around a value.",
      of: "interact",
      companies
    ) { answer in if answer.text == "null" { answer.setText(" null\r\n") } },
    connections("in-another-order", "Document 002: no order is told where none is asked for.") {
      $0.reversed()
    },
    connections("cancelled-ones-are-gone", "Document 003 does not say what cancelling shows.") {
      $0.filter { $0["ConnectionStatusName"] != "Cancelled" }
    },
    connections("cancelled-ones-only-lose-their-button", "Document 003 does not say it.") {
      $0.map { item in
        guard item["ConnectionStatusName"] == "Cancelled" else { return item }
        return item.with("Pending", at: "/ConnectionStatusName")?
          .with(.string(GUID.text(family: 0xF, 1)), at: "/ConnectionStatusId") ?? item
      }
    },
    connections("others-change-meanwhile", "A contact's connections are others' too.") { list in
      let count = Self.changes.next()
      return list.map { item in
        guard item["ConnectionStatusName"] == "Locked" else { return item }
        return item.with(.boolean(count.isMultiple(of: 2)), at: "/AllowRemove") ?? item
      }
    },
    connections("others-are-added-meanwhile", "A contact's connections are others' too.") { list in
      guard let item = list.first(where: { $0["ConnectionStatusName"] == "Locked" }) else {
        return list
      }
      let id = JSON.string(GUID.text(family: 0x9, Self.additions.next()))
      return [item.with(id, at: "/ConnectionId") ?? item] + list
    },
  ]

  private static let arrivals = Counting.Counter()
  private static let answers = Counting.Counter()
  private static let changes = Counting.Counter()
  private static let additions = Counting.Counter()

  /// A server with another list of invitations.
  private static func invitations(
    _ name: String,
    _ permission: String,
    _ change: @escaping @Sendable (JSON) -> JSON
  ) -> HarmlessVariation {
    .answers("invitations-\(name)", permission, of: "interact", invitations) { answer in
      answer.editJSON { list -> JSON? in
        // A `nil` in an expression would be the null of JSON.
        guard list.elements != nil else { return Optional.none }
        return change(list)
      }
    }
  }

  /// A server with another list of connections.
  private static func connections(
    _ name: String,
    _ permission: String,
    _ change: @escaping @Sendable ([JSON]) -> [JSON]
  ) -> HarmlessVariation {
    .answers("connections-\(name)", permission, of: "platform", updates) { answer in
      answer.editJSON { value in
        guard let list = value["Connections"]?.elements else { return nil }
        let changed = change(list)
        return value.with(.array(changed), at: "/Connections")?
          .with(.number(JSONNumber(changed.count)), at: "/TotalConnections")
      }
    }
  }

  /// An invitation that is no case's.
  private static func invitation(_ number: Int) -> JSON {
    [
      "connectionId": .number(JSONNumber(900_000 + number)), "cId": 77, "inviteStatusCode": "P",
      "inviteStatusName": "Pending",
    ]
  }
}
