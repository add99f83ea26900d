import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let formatCases = ["platform/connections.status-update/*/format/*"]
  private static let suffixes = [".json", ".xml", ".jsonl", ".jsv", ".csv"]

  /// Servers that answer in a format that was not asked for, or say so.
  static let formats: [FaultyServer] = [
    FaultyServer(
      "suffix-is-ignored",
      "Documents 002, 003: the suffix of the path chooses the format.",
      of: "platform",
      ["platform/*/format/xml/suffix", "platform/*/format/csv/suffix"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { withoutSuffix($0) },
    FaultyServer(
      "query-is-ignored",
      "Documents 002, 003: ?format= chooses the format.",
      of: "platform",
      ["platform/*/format/xml/query", "platform/*/format/jsv/query"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { $0.replacing("format=", with: "shape=") },
    FaultyServer(
      "accept-is-ignored",
      "Documents 002, 003: Accept chooses the format.",
      of: "platform",
      ["platform/*/format/xml/accept", "platform/*/format/jsonl/accept"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { request in
      var request = request
      request.fields.removeAll { $0.name == "Accept" }
      return request
    },
    FaultyServer(
      "json-lines-have-no-suffix",
      "ServiceStack: the key of JSON Lines is jsonl; the pages print other.",
      of: "platform",
      ["platform/connections.status-update/*/format/*/suffix"],
      breaks: "status-is-expected",
      at: "response status",
      as: .assumption
    ) { answer, request in
      if request.isTo(".jsonl") { answer.become(404, "text/plain", "404") }
    },
    FaultyServer(
      "jsv-is-not-accepted",
      "ServiceStack: Accept: application/jsv asks for JSV; the page prints text/jsv.",
      of: "platform",
      ["platform/*/format/*/accept"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { request in
      var request = request
      request.fields.removeAll { $0.name == "Accept" && $0.value == "application/jsv" }
      return request
    },
    FaultyServer(
      "remove-ignores-the-suffix",
      "Document 003: the suffix chooses the format on both routes.",
      of: "platform",
      ["platform/connections.status-update/*/format-precedence/suffix-over-accept/*"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { $0.isTo("/remove") ? withoutSuffix($0) : $0 },
    FaultyServer(
      "query-goes-before-suffix",
      "ServiceStack: the suffix goes before the query.",
      of: "platform",
      ["platform/connections.status-update/cancel/format-precedence/*"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { $0.isTo("format=") ? withoutSuffix($0) : $0 },
    FaultyServer(
      "accept-goes-before-query",
      "ServiceStack: the query goes before Accept.",
      of: "platform",
      ["platform/connections.status-update/cancel/format-precedence/*"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { request in
      let accept = request.value(of: "Accept") ?? "*/*"
      return accept.contains("*/*") ? request : request.replacing("format=", with: "shape=")
    },
    FaultyServer(
      "xml-unless-asked",
      "Document 003: without a wish the answer is JSON, as we read it.",
      of: "platform",
      ["platform/*/format-fallback"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { $0.asking("format", "xml") },
    FaultyServer(
      "text-xml",
      "Documents 002, 003: the Content-Type of XML is application/xml.",
      of: "platform",
      formatCases,
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { answer, _ in if answer.isXML { answer.setField("Content-Type", "text/xml") } },
    FaultyServer(
      "everything-is-text",
      "Document 001: the answer is application/json.",
      of: "interact",
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { answer, _ in
      if answer.isSuccess, !answer.body.isEmpty { answer.setField("Content-Type", "text/plain") }
    },
    FaultyServer(
      "two-content-types",
      "RFC 9110 section 8.3: a message has one Content-Type.",
      of: "interact",
      breaks: "content-type-is-well-formed",
      at: "response header Content-Type"
    ) { answer, _ in
      guard answer.isSuccess, !answer.body.isEmpty else { return }
      answer.fields.append(Field("Content-Type", "text/html"))
    },
    FaultyServer(
      "no-content-type",
      "Document 001: the answer is application/json.",
      of: "interact",
      breaks: "content-type-matches-format",
      at: "response header Content-Type"
    ) { answer, _ in if answer.isSuccess { answer.removeField("Content-Type") } },
    FaultyServer(
      "latin-1",
      "Documents 002, 003: Content-Type: application/json; charset=utf-8.",
      of: "platform",
      formatCases,
      breaks: "charset-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { answer, _ in
      if answer.isJSON { answer.setField("Content-Type", "application/json; charset=iso-8859-1") }
    },
    FaultyServer(
      "no-charset",
      "ServiceStack appends the charset to JSON.",
      of: "platform",
      formatCases,
      breaks: "charset-matches-format",
      at: "response header Content-Type",
      as: .assumption
    ) { answer, _ in if answer.isJSON { answer.setField("Content-Type", "application/json") } },
    FaultyServer(
      "xml-with-the-label-of-json",
      "Documents 002, 003: the body is in the format asked for.",
      of: "platform",
      ["platform/connections.status-update/*/format/json/*"],
      breaks: "body-is-well-formed",
      at: "response body",
      playing: { request, mock in
        var answer = mock(withoutSuffix(request).asking("format", "xml"))
        answer.setField("Content-Type", "application/json; charset=utf-8")
        return answer
      }
    ),
    FaultyServer(
      "json-for-csv",
      "Document 003: the CSV page promises text/csv.",
      of: "platform",
      ["platform/connections.status-update/*/format/csv/*"],
      breaks: "content-type-matches-format",
      at: "response header Content-Type",
      playing: { request, mock in mock(withoutSuffix(request).asking("format", "json")) }
    ),
    FaultyServer(
      "lines-of-one-value",
      "JSON Lines: each value stands on a line of its own.",
      of: "platform",
      ["platform/contacts.connections/format/jsonl/suffix", "platform/*/format/jsonl/query"],
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in
      if answer.isJSONLines { answer.setText(answer.text.replacing(",", with: ",\n")) }
    },
    FaultyServer(
      "compressed-and-cut",
      "RFC 9110 section 8.4: content is in the coding that Content-Encoding says.",
      of: "platform",
      ["platform/connections.status-update/*/format/json/*"],
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in
      answer.fields.append(Field("Content-Encoding", "gzip"))
      answer.setBody([0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03])
    },
  ]

  /// The request without the suffix of its path.
  static func withoutSuffix(_ request: MockRequest) -> MockRequest {
    let path = String(request.target.prefix { $0 != "?" })
    guard let suffix = suffixes.last(where: { path.hasSuffix($0) }) else { return request }
    return request.replacing(path, with: String(path.dropLast(suffix.count)))
  }
}
