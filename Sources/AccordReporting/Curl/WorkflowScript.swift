package import AccordModel
import AccordSchema

/// The steps of a workflow as a shell script that takes from each answer what later steps need.
///
/// It runs when it is pasted: curl writes head and content of each answer into files of a temporary
/// folder, and what a script cannot take from them stands in it as it was in the run, which a comment
/// says. Values in JSON are taken by jq, and those in XML by xmllint.
package struct WorkflowScript: Sendable, CustomStringConvertible {
  /// The script.
  package let description: String

  /// The script of a case; `nil` where it is no workflow or nothing was sent.
  package init?(
    _ testCase: Case,
    _ exchanges: [Exchange],
    expanding secrets: [String]
  ) {
    guard let workflow = testCase.workflow, exchanges.contains(where: \.wasSent) else { return nil }
    var lines = ["cd \"$(mktemp -d)\""]
    let used = (testCase.steps + testCase.cleanUp).flatMap(\.request.outputs)
    let variables = secrets + used.compactMap(\.variable)
    for (number, (step, exchange)) in zip(testCase.steps, exchanges).enumerated() {
      guard exchange.wasSent else {
        lines.append("# \(step.name): not sent")
        continue
      }
      let request = ScriptRequest(step.request, exchange.request, exchanges)
      var command = CurlCommand(request.request, expanding: variables).description
      if let start = command.firstRange(of: "curl -i") {
        let files = "curl -sS -D \(number).head -o \(number).body"
        command.replaceSubrange(start, with: files)
      }
      if let file = request.content { command += " --data-binary @\(file)" }
      lines.append("# \(step.name)")
      lines += Self.repeating(command, workflow.steps[number].until, number)
      let own = used.filter { $0.step == number }.reduce(into: [Output]()) { list, output in
        if !list.contains(output) { list.append(output) }
      }
      lines += own.compactMap { $0.extraction(exchange, number) }
      lines.append("head -n 1 \(number).head")
    }
    description = lines.joined(separator: "\n") + "\n"
  }

  /// A command that is sent until its answer is as it is waited for.
  private static func repeating(
    _ command: String,
    _ until: Workflow.Until?,
    _ number: Int
  ) -> [String] {
    guard let until else { return [command] }
    var tests: [String] = []
    if let statuses = until.statuses {
      let status = "$(sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' \(number).head | tail -n 1)"
      switch statuses {
      case .anyOf(let codes):
        let words = codes.map { "[ \"\(status)\" = \($0) ]" }
        tests.append(words.count == 1 ? words[0] : "{ \(words.joined(separator: " || ")); }")
      case .range(let range):
        tests.append(
          "[ \"\(status)\" -ge \(range.lowerBound) ] && [ \"\(status)\" -le \(range.upperBound) ]"
        )
      }
    }
    for place in until.places {
      guard let value = place.schema.sample(), place.schema.content.constant != nil else {
        return ["# sent again until \(place.pointer) is as it is waited for", command]
      }
      let path = JSON.array(place.pointer.tokens.map(JSON.string)).text()
      tests.append(
        "jq -e \(ShellText.quoted("getpath(\(path)) == \(value.text())")) \(number).body >/dev/null"
      )
    }
    let seconds = max(1, until.interval.components.seconds)
    return [
      "for try in $(seq \(until.limit)); do", command,
      "\(tests.joined(separator: " && ")) && break", "sleep \(seconds)", "done",
    ]
  }
}

extension Exchange {
  /// Whether a request was sent at all.
  fileprivate var wasSent: Bool {
    guard case .failed(let failure, _) = outcome else { return true }
    return ![.notSent, .otherServer].contains(failure.kind)
  }
}

extension Output {
  /// The variable of the script that has the value.
  var variable: String? {
    guard let name else { return nil }
    let text = "\(name.step)_\(name.output)"
    return "v_"
      + String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// The line that takes the value from the files of a step; `nil` where it has none.
  fileprivate func extraction(_ exchange: Exchange, _ number: Int) -> String? {
    guard let variable, let value = value(in: exchange) else { return nil }
    let head = "\(number).head"
    func header(_ name: String) -> String {
      "\(variable)=$(grep -i '^\(name):' \(head) | tail -n 1 | sed 's/^[^:]*: *//' | tr -d '\\r')"
    }
    let literal =
      "\(variable)=\(ShellText.quoted(value.wireText))  # as it was in the run: \(part.words)"
    switch part {
    case .status:
      return "\(variable)=$(sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' \(head) | tail -n 1)"
    case .header(let name): return header(name)
    case .entityTag: return header("ETag")
    case .location: return reference("Location")
    case .reference(let name): return reference(name)
    case .body(let pointer):
      let type = exchange.response?.contentType ?? ""
      if type.contains("xml") {
        guard !pointer.tokens.contains(where: { Int($0) != nil || $0.contains("'") }) else {
          return literal
        }
        let path = pointer.tokens.map { "/*[local-name()='\($0)'][1]" }.joined()
        return "\(variable)=$(xmllint --xpath \"string(/*\(path))\" \(number).body)"
      }
      guard !type.contains("form") else { return literal }
      let path = JSON.array(
        pointer.tokens.map { token in
          Int(token).map { JSON.number(JSONNumber($0)) } ?? .string(token)
        }
      )
      return "\(variable)=$(jq -r \(ShellText.quoted("getpath(\(path.text()))")) \(number).body)"
    default: return literal
    }
    func reference(_ name: String) -> String {
      let values = exchange.response?.fields.values(of: name) ?? []
      let origin = exchange.request.origin
      // A path, and an address of the same server, are taken as they are; others would be resolved.
      guard let text = values.first, !ShellText.quoted(origin).contains("\"") else {
        return literal
      }
      if text.hasPrefix("/"), !text.hasPrefix("//") { return header(name) }
      guard text.hasPrefix("\(origin)/") else { return literal }
      return "\(header(name)); \(variable)=${\(variable)#\(origin)}"
    }
  }
}
