import AccordReporting
import AccordSchema

/// How a comparison of two contracts is written.
package enum ChangeFormat: String, Sendable, CaseIterable {
  /// For people, in a terminal.
  case terminal
  /// For the comment of a pull request.
  case markdown
  /// For other programs.
  case json
  /// For CI servers.
  case junit
  /// For code scanning.
  case sarif

  /// The usual name of the file.
  package var fileName: String {
    switch self {
    case .terminal: "-"
    case .markdown: "changes.md"
    case .json: "changes.json"
    case .junit: "changes.xml"
    case .sarif: "changes.sarif"
    }
  }

  /// The text of a comparison; what counts as wrong is what is at least of a level.
  package func text(of comparison: ContractComparison, failingOn limit: ChangeLevel) -> String {
    switch self {
    case .terminal:
      ChangeList(comparison).text + (comparison.behaviour?.terminalText ?? "")
    case .markdown:
      ChangeTable(comparison).text + (comparison.behaviour?.markdownText ?? "")
    case .json: comparison.json.text(indented: true) + "\n"
    case .junit: ChangeSuite(comparison, failingOn: limit).text
    case .sarif: ChangeResults(comparison).text
    }
  }
}

extension ContractComparison {
  /// The level, and the changes with where each stands.
  var json: JSON {
    var members = [
      JSONMember("level", .string(level.rawValue)),
      JSONMember("changes", .array(changes.map(\.json))),
    ]
    if let behaviour { members.append(JSONMember("behaviour", behaviour.json)) }
    return .object(members)
  }

  /// How many changes of each level there are, such as `1 breaking, 2 harmless`.
  package var summary: String {
    guard !changes.isEmpty else { return "no changes" }
    var parts = [ChangeLevel.breaking, .dangerous, .harmless].compactMap { level in
      count(level) > 0 ? "\(count(level)) \(level.rawValue)" : nil
    }
    let accepted = changes.count { $0.acceptance != nil }
    if accepted > 0 { parts.append("\(accepted) accepted") }
    return quantity(changes.count, "change") + ": " + parts.joined(separator: ", ")
  }
}

extension Change {
  /// The members of a change.
  var json: JSON {
    var members = [
      JSONMember("id", .string(id)), JSONMember("level", .string(level.rawValue)),
      JSONMember("pointer", .string(place.pointer.description)),
      JSONMember("sentence", .string(sentence)),
      JSONMember("document", .string(place.side.rawValue)),
      JSONMember("file", .string(place.file)),
      JSONMember("line", .number(JSONNumber(place.position.line))),
      JSONMember("column", .number(JSONNumber(place.position.column))),
      JSONMember("operations", .array(operations.map(JSON.string))),
      JSONMember("fingerprint", .string(fingerprint)),
    ]
    if let acceptance { members.append(JSONMember("accepted", .string(acceptance))) }
    return .object(members)
  }

  /// The operations that it is about; none for the whole API.
  package var operations: [String] {
    (operation.isEmpty ? [] : [operation]) + otherOperations
  }

  /// The file, the line and the column, as compilers write them.
  package var location: String {
    "\(place.file):\(place.position.line):\(place.position.column)"
  }
}
