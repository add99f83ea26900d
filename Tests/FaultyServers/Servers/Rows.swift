import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let csvLists = ["platform/contacts.connections/format/csv/*"]
  private static let agreeing = ["platform/contacts.connections/relation/formats-agree/json-csv"]
  private static let csvPromise = "Document 002: the answer is CSV, which RFC 4180 describes."
  private static let sameInCSV = "Document 002: the answer is the same in every format."

  /// Servers whose CSV cannot be read, or is not what their pages promise.
  static let rows: [FaultyServer] = [
    csv("csv-quote-is-not-closed", breaks: "body-is-well-formed", at: "response body") { answer in
      answer.setText(answer.text.replacing("]\",", with: "],"))
    },
    csv("csv-quotes-are-not-doubled", breaks: "body-is-well-formed", at: "response body") {
      answer in
      answer.setText(answer.text.replacing("\"\"", with: "\""))
    },
    csv("csv-row-has-a-field-too-many", breaks: "body-is-well-formed", at: "response body") {
      $0.editCSV { $0.rows[0].append("more") }
    },
    csv("csv-row-is-short", breaks: "body-is-well-formed", at: "response body") {
      $0.editCSV { $0.rows[0].removeLast() }
    },
    csv("csv-names-a-column-twice", breaks: "body-is-well-formed", at: "response body") {
      $0.editCSV { $0.rename("ResponseStatus", "TotalConnections") }
    },
    csv("csv-column-without-a-name", breaks: "body-is-well-formed", at: "response body") {
      $0.editCSV { $0.rename("ResponseStatus", "") }
    },
    csv("csv-column-of-another-name", breaks: "body-matches-schema", at: "response body row 1") {
      $0.editCSV { $0.rename("Connections", "Items") }
    },
    csv("csv-total-is-a-word", breaks: "body-matches-schema", at: "response body /TotalConnections")
    { $0.editCSV { $0.editColumn("TotalConnections") { _ in "many" } } },
    csv("csv-row-twice", breaks: "body-matches-schema", at: "response body") {
      $0.editCSV { $0.rows.append($0.rows[0]) }
    },
    csv("csv-list-is-not-closed", breaks: "body-matches-schema", at: "response body /Connections") {
      $0.editCSV { $0.editColumn("Connections") { String($0.dropLast()) } }
    },
    csv(
      "csv-list-with-a-word-for-a-boolean",
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) {
      $0.editCSV { table in
        table.editColumn("Connections") {
          $0.replacing("AllowCancel:True", with: "AllowCancel:Yes", maxReplacements: 1)
            .replacing("AllowCancel:False", with: "AllowCancel:No", maxReplacements: 1)
        }
      }
    },
    csv("csv-rows-without-a-column", breaks: "body-matches-schema", at: "response body row ") {
      $0.editRows { $0.removeColumn("Contact") }
    },
    csv(
      "csv-rows-with-a-column-of-another-name",
      breaks: "body-matches-schema",
      at: "response body row "
    ) { $0.editRows { $0.rename("ContactRoleId", "RoleId") } },
    csv(
      "csv-rows-with-a-number-for-a-guid",
      breaks: "body-matches-schema",
      at: "response body row 1 /RequestorRoleId"
    ) { $0.editRows { table in table.rows = [table.with("7", in: "RequestorRoleId")] } },
    csv(
      "csv-rows-with-a-word-for-a-date",
      breaks: "body-matches-schema",
      at: "response body row 1 /FromDate"
    ) { $0.editRows { table in table.rows = [table.with("yesterday", in: "FromDate")] } },
    csv(
      "csv-writes-null",
      breaks: "body-matches-schema",
      at: "response body row 1 /ConnectionRequestId"
    ) { $0.editRows { table in table.rows = [table.with("null", in: "ConnectionRequestId")] } },
    csvMeaning("csv-means-another-total", at: "response body /TotalConnections") {
      $0.editCSV { $0.editColumn("TotalConnections") { $0 + "0" } }
    },
    csvMeaning("csv-rows-lose-one", at: "response body /Connections/") {
      $0.editRows { _ = $0.rows.popLast() }
    },
    csvMeaning("csv-rows-repeat-one", at: "response body /Connections/") {
      $0.editRows { table in table.rows.append(table.rows[0]) }
    },
    csvMeaning(
      "csv-rows-mean-another-name",
      at: "response body /Connections/0/RequestorContactName"
    ) { $0.editRows { $0.editColumn("RequestorContactName") { _ in "S. Citizen" } } },
    csvMeaning("csv-rows-lose-the-role", at: "response body /Connections/0/ContactRoleName") {
      $0.editRows { $0.editColumn("ContactRoleName") { _ in "" } }
    },
    FaultyServer(
      "csv-error-of-another-name",
      "Document 003: an error has its name, in every format.",
      of: "platform",
      ["platform/*/format/csv/refusal/parameter-unknown/*"],
      breaks: "wrong-request-is-refused",
      "error-name",
      at: "response",
      as: nil,
      because: "What names a missing credential refuses no other mistake."
    ) { answer, _ in
      if answer.isCSV { answer.replace("ErrorCode:NotFound", "ErrorCode:Unauthorized") }
    },
  ]

  private static func csv(
    _ name: String,
    breaks rule: String,
    at place: String,
    _ change: @escaping @Sendable (inout MockAnswer) -> Void
  ) -> FaultyServer {
    FaultyServer(name, csvPromise, of: "platform", csvLists, breaks: rule, at: place) { answer, _ in
      if answer.isCSV, answer.isSuccess { change(&answer) }
    }
  }

  private static func csvMeaning(
    _ name: String,
    at place: String,
    _ change: @escaping @Sendable (inout MockAnswer) -> Void
  ) -> FaultyServer {
    FaultyServer(
      name,
      sameInCSV,
      of: "platform",
      agreeing,
      breaks: "formats-agree",
      at: place,
      as: .assumption
    ) { answer, _ in
      if answer.isCSV, answer.isSuccess { change(&answer) }
    }
  }
}

extension CSVTable {
  /// The first row with another field.
  fileprivate func with(_ field: String, in name: String) -> [String] {
    var row = rows[0]
    if let column = column(name) { row[column] = field }
    return row
  }
}
