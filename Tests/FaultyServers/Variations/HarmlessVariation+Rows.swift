import Accord
@testable import AccordMocking

extension HarmlessVariation {
  /// The same CSV, written in another way.
  static let rows: [HarmlessVariation] = [
    csv("rows", "ServiceStack: an answer that has one list may be written as its items.") {
      $0.editRows { _ in }
    },
    csv("rows-in-another-order-of-columns", "RFC 4180: the first line names the columns.") {
      $0.editRows { $0.turnRound() }
    },
    csv("rows-quoted", "RFC 4180 section 2: any field may stand in quotes.") {
      $0.editRows { $0.quotesAll = true }
    },
    csv("rows-with-more-columns", "The pages do not exclude further members.") {
      $0.editRows { table in
        table.names.append("Grade")
        for row in table.rows.indices { table.rows[row].append("{x") }
      }
    },
    csv("columns-in-another-order", "RFC 4180: the first line names the columns.") {
      $0.editCSV { $0.turnRound() }
    },
    csv("quoted", "RFC 4180 section 2: any field may stand in quotes.") {
      $0.editCSV { $0.quotesAll = true }
    },
    csv("line-feeds", "RFC 4180 is no standard: many hosts end lines with LF.") {
      $0.editCSV { $0.lineEnd = "\n" }
    },
    csv("no-last-line-end", "RFC 4180 section 2: the last line may have none.") {
      if $0.isCSV { $0.setBody($0.body.dropLast(2)) }
    },
    csv("empty-line-at-the-end", "An empty line is no row.") {
      $0.editCSV { $0.end = "\r\n" }
    },
    csv("byte-order-mark", "RFC 4180 does not exclude it.") {
      if $0.isCSV { $0.setBody([0xEF, 0xBB, 0xBF] + $0.body) }
    },
    csv("truth-values-in-lower-case", "A host may spell them as JSON does.") {
      $0.editRows { table in
        for row in table.rows.indices {
          table.rows[row] = table.rows[row].map {
            $0 == "True" || $0 == "False" ? $0.lowercased() : $0
          }
        }
      }
    },
    csv("guids-without-dashes", "ServiceStack writes them so by default.") {
      $0.editRows { table in
        for row in table.rows.indices { table.rows[row] = table.rows[row].map(\.withoutDashes) }
      }
    },
    csv("dates-with-an-offset", "The same instant.") {
      $0.editRows { table in
        table.editColumn("FromDate") { $0.isEmpty ? "" : $0.replacing("Z", with: "+00:00") }
      }
    },
  ]

  private static func csv(
    _ name: String,
    _ permission: String,
    _ change: @escaping @Sendable (inout MockAnswer) -> Void
  ) -> HarmlessVariation {
    .answers("csv-\(name)", permission, of: "platform", csvCases, change)
  }

  private static let csvCases = [
    "platform/contacts.connections/relation/formats-agree/json-csv",
    "platform/contacts.connections/format/csv/accept",
    "platform/connections.status-update/cancel/format/csv/*", "platform/*/format/csv/refusal/*",
  ]

  /// The same JSV, written in another way.
  static let texts: [HarmlessVariation] = [
    jsv("ends-with-a-line-end", "A text may end with the end of its line.") { $0 + "\r\n" },
    jsv("truth-values-in-lower-case", "A host may spell them as JSON does.") {
      $0.replacing(":True", with: ":true").replacing(":False", with: ":false")
    },
    jsv("quotes-without-need", "JSV: quotes mean nothing.") {
      $0.replacing("{ResponseStatus:", with: "{\"ResponseStatus\":")
        .replacing("Sally Citizen", with: "\"Sally Citizen\"")
        .replacing("ErrorCode:NotFound", with: "ErrorCode:\"NotFound\"")
    },
    jsv("nulls-as-nothing", "JSV has no null: a name may be left without a value.") {
      $0.replacing(",RequestorContactId", with: ",PrimaryRole:,RequestorContactId")
        .replacing("{ErrorCode", with: "{StackTrace:,ErrorCode")
    },
    jsv("dates-in-quotes", "JSV: quotes mean nothing.") {
      $0.replacing(#/FromDate:([^,]+),/#) { "FromDate:\"\($0.output.1)\"," }
    },
    jsv("dates-with-an-offset", "ServiceStack: a local date has its offset.") {
      $0.replacing("T09:30:00Z", with: "T19:30:00+10:00")
    },
    jsv("guids-without-dashes", "ServiceStack writes them so by default.") {
      $0.replacing(#/:([0-9a-f]{8})-([0-9a-f]{4})-(4000)-(8000)-([0-9a-f]{12})/#) { match in
        ":\(match.output.1)\(match.output.2)\(match.output.3)\(match.output.4)\(match.output.5)"
      }
    },
    jsv("guids-in-upper-case", "RFC 9562 section 4: case does not matter on input.") {
      $0.replacing(":a0000000-", with: ":A0000000-").replacing(":d0000000-", with: ":D0000000-")
    },
    jsv("members-that-nobody-knows", "The pages do not exclude further members.") {
      $0.replacing("{Co", with: "{Grade:[{x:y},\"z,\"],Co")
        .replacing("{Error", with: "{Grade:{},Error")
    },
  ]

  private static func jsv(
    _ name: String,
    _ permission: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> HarmlessVariation {
    .answers("jsv-\(name)", permission, of: "platform", jsvCases) { $0.editJSV(edit) }
  }

  private static let jsvCases = [
    "platform/contacts.connections/relation/formats-agree/json-jsv",
    "platform/contacts.connections/format/jsv/accept",
    "platform/connections.status-update/cancel/format/jsv/*", "platform/*/format/jsv/refusal/*",
  ]
}

extension CSVTable {
  /// Puts the columns in the opposite order.
  fileprivate mutating func turnRound() {
    names.reverse()
    for row in rows.indices { rows[row].reverse() }
  }
}

extension String {
  /// A Guid as 32 digits; every other text as it is.
  fileprivate var withoutDashes: String {
    utf8.count == 36 && contains("-4000-8000-") ? replacing("-", with: "") : self
  }
}
