import AccordModel

extension SuitePage {
  /// The errors, where they show what they are, and what each looks like.
  var errors: String {
    guard !suite.errors.entries.isEmpty || suite.errors.promisesBodies else { return "" }
    var text = "\n## Errors\n\n"
    if !suite.errors.formats.isEmpty {
      text += "- \(wording.sentence(suite.errors.formatClause))\n"
    }
    for place in suite.errors.places { text += "- \(words(place))\n" }
    if let message = suite.errors.message {
      text += "- \(MarkdownText.code("\(message)")) holds a message for people.\n"
    }
    if let names = suite.errors.fieldNames {
      text += "- \(MarkdownText.code(names.member)) in the items of "
      text += "\(MarkdownText.code("\(names.list)")) names the field at fault.\n"
    }
    guard !suite.errors.entries.isEmpty else { return text }
    let knowsCodes = suite.errors.entries.contains { $0.code != nil }
    var table = DocumentTable(["Error", "Status", "Code", "Message begins with", "Source"])
    for entry in suite.errors.entries {
      let aliases = entry.aliases.map { ", also \(MarkdownText.code($0))" }.joined()
      let name = "[\(MarkdownText.code(entry.name))](#\(Wording.anchor(entry.name)))"
      table.add([
        name + aliases + wording.mark(entry.basis), "\(entry.statuses)",
        entry.code.map(String.init) ?? (knowsCodes ? "not known" : ""),
        entry.message.map(MarkdownText.inline) ?? "", wording.source(entry.basis),
      ])
    }
    return text + "\n" + table.markdown + errorReasons + errorSamples
  }

  /// Why errors are assumed to have the statuses of the table, each reason once.
  private var errorReasons: String {
    var reasons: [(reason: String, names: [String])] = []
    for entry in suite.errors.entries {
      guard let reason = entry.basis.reason else { continue }
      let name = MarkdownText.code(entry.name)
      if let known = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[known].names.append(name)
      } else {
        reasons.append((reason, [name]))
      }
    }
    guard !reasons.isEmpty else { return "" }
    return "\nAssumed, because:\n\n"
      + reasons.map { reason, names in
        "- \(MarkdownText.inline(reason))\n  - \(names.joined(separator: ", "))\n"
      }.joined()
  }

  /// Each error as it is answered, with the endpoints that have it.
  private var errorSamples: String {
    var text = "\n<details><summary>What each error looks like, and who answers with it"
    text += "</summary>\n"
    for entry in suite.errors.entries {
      text += "\n#### \(MarkdownText.code(entry.name))\n\n"
      var users: [String] = []
      for contract in suite.contracts {
        let clauses = contract.errors.filter { suite.errors[$0.name]?.name == entry.name }
        guard !clauses.isEmpty else { continue }
        let meanings = clauses.map(\.meaning).filter { !$0.isEmpty }
        let meaning = meanings.isEmpty ? "" : ": \(meanings.joined(separator: " "))"
        users.append(
          "- [\(MarkdownText.inline(contract.name))](#\(Wording.anchor(contract.name)))"
            + "\(MarkdownText.inline(meaning))\n"
        )
      }
      if !users.isEmpty { text += "Answered by\n\n\(users.joined())\n" }
      let sample = ErrorSample(entry, in: suite)
      text += MarkdownText.block(sample.text, language: "http")
      if let code = sample.inventedCode {
        text += "\nIts code is not known; \(code) stands for it.\n"
      }
    }
    return text + "\n</details>\n"
  }

  private func words(_ place: ErrorCatalogue.Place) -> String {
    switch place {
    case .name(let pointer):
      return "The body member \(MarkdownText.code("\(pointer)")) holds the error's name."
    case .code(let pointer, let success):
      let member = MarkdownText.code("\(pointer)")
      return "The body member \(member) holds the error's code; \(success) means success."
    case .listedName(let list, let member):
      return
        "\(MarkdownText.code(member)) in the items of \(MarkdownText.code("\(list)")) holds the "
        + "names of the errors."
    case .type(let pointer, let base):
      return
        "The body member \(MarkdownText.code("\(pointer)")) holds a URI, of which the error's name "
        + "follows \(MarkdownText.code(base))."
    case .ownPlace(let own): return "An error shows its name in \(MarkdownText.inline(own.words))."
    case .header(let name):
      return "The response header \(MarkdownText.code(name)) holds the error's name."
    case .element(let path):
      let element = MarkdownText.code(path.joined(separator: "/"))
      return "In XML the element \(element) below the root holds the error's name."
    }
  }
}
