import AccordReporting

/// The changes as JUnit XML: a test case for each operation that changed, and one for the whole API.
struct ChangeSuite {
  let comparison: ContractComparison
  let limit: ChangeLevel

  init(_ comparison: ContractComparison, failingOn limit: ChangeLevel) {
    self.comparison = comparison
    self.limit = limit
  }

  var text: String {
    var names: [String] = []
    var changes: [String: [Change]] = [:]
    for change in comparison.changes {
      let name = change.operation.isEmpty ? "API" : change.operation
      if changes[name] == nil { names.append(name) }
      changes[name, default: []].append(change)
    }
    if names.isEmpty { names = ["API"] }
    func isWrong(_ change: Change) -> Bool { change.level >= limit && change.acceptance == nil }
    let failures = names.count { changes[$0]?.contains(where: isWrong) ?? false }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuites name=\"accord compare\" tests=\"\(names.count)\" failures=\"\(failures)\" errors=\"0\" "
      + "time=\"0\">\n"
    text +=
      "  <testsuite name=\"contract changes\" tests=\"\(names.count)\" failures=\"\(failures)\" "
      + "errors=\"0\" skipped=\"0\" time=\"0\">\n"
    for name in names {
      let own = changes[name] ?? []
      let wrong = own.filter(isWrong)
      text +=
        "    <testcase name=\"\(XMLText.attribute(name))\" classname=\"contract changes\" time=\"0\">\n"
      if let first = wrong.first {
        text +=
          "      <failure type=\"\(XMLText.attribute(first.id))\" "
          + "message=\"\(XMLText.attribute(first.sentence))\">"
        text += XMLText.content(wrong.map(Self.line).joined(separator: "\n")) + "</failure>\n"
      }
      let rest = own.filter { !isWrong($0) }
      if !rest.isEmpty {
        text += "      <system-out>"
        text += XMLText.content(rest.map(Self.line).joined(separator: "\n")) + "</system-out>\n"
      }
      text += "    </testcase>\n"
    }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func line(_ change: Change) -> String {
    "\(change.location): \(change.level.rawValue): \(change.sentence) [\(change.id)]"
  }
}
