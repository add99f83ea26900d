/// A media type with its charset (RFC 9110 section 8.3.1).
package struct MediaType: Sendable, Hashable {
  /// Type and subtype in lower case.
  package let essence: String

  /// The charset parameter in lower case.
  package let charset: String?

  /// Reads the value of a Content-Type field.
  package init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    essence = String(parts.first ?? "").trimmed.lowercased()
    charset =
      parts.dropFirst().compactMap { part -> String? in
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, String(pair[0]).trimmed.lowercased() == "charset" else { return nil }
        return String(pair[1].filter { $0 != "\"" }).trimmed.lowercased()
      }
      .first
  }

  /// Fields of an urlencoded form.
  package static let form = "application/x-www-form-urlencoded"

  /// The syntax that the type stands for, by its common names.
  package var syntax: BodySyntax? {
    switch essence {
    case "application/json", "text/json": .json
    case "application/xml", "text/xml": .xml
    case "text/jsonl", "application/jsonl", "application/x-ndjson": .jsonLines
    case "text/csv", "application/csv": .csv
    case "application/jsv", "text/jsv": .jsv
    case MediaType.form: .form
    default:
      if essence.hasSuffix("+json") {
        .json
      } else if essence.hasSuffix("+xml") {
        .xml
      } else {
        nil
      }
    }
  }
}

/// A syntax in which the mock reads request bodies.
package enum BodySyntax: Sendable, Hashable {
  case json
  case xml
  case jsonLines
  case csv
  case jsv
  case form
}
