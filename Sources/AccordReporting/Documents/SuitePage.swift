import AccordModel
import AccordSchema
import HTTPTypes

/// The part of a living document that all endpoints share.
struct SuitePage {
  let suite: ContractSuite
  let plan: Plan

  var wording: Wording { Wording(suite: suite) }

  /// The part as Markdown.
  var markdown: String {
    heading + credential + formats + errors + givens + neighbours + workflows
  }

  private var heading: String {
    var text = "# \(MarkdownText.inline(suite.name))\n\n\(MarkdownText.inline(suite.summary))\n\n"
    text += "Written by `accord document` from the contracts"
    if let folder = suite.folder { text += " in \(MarkdownText.code(folder))" }
    text += """
      ; what is wrong here is put right there. A promise that the source documents state is a \
      must; one that is our reading is marked *(assumed)*, and each endpoint lists the reasons.


      """
    text += MarkdownText.head(["Endpoint", "What it does", "Cases"], numbers: 2..<3)
    for contract in suite.contracts {
      let cases = plan.cases.count { $0.contract == contract.id }
      text += MarkdownText.row([
        "[\(MarkdownText.inline(contract.name))](#\(Wording.anchor(contract.name)))",
        MarkdownText.inline(contract.summary), String(cases),
      ])
    }
    return text
  }

  private var credential: String {
    let credentials = suite.credentials
    guard !credentials.isEmpty else { return "" }
    var text = "\n## Authentication\n"
    for (role, credential) in credentials {
      if let role { text += "\n### As \(MarkdownText.inline(role))\n" }
      text += "\n" + CredentialText(credential: credential, wording: wording).markdown
    }
    return text
  }

  private var formats: String {
    guard !suite.formats.isEmpty else { return "" }
    var text = "\n## Formats\n\n"
    text += MarkdownText.head([
      "Format", "Content-Type", "Accept", "Suffix", "Query value", "Bodies are checked",
    ])
    for format in suite.formats {
      let charset = format.charset.map { "; charset=\($0)" } ?? ""
      let isChosen = suite.negotiation != nil
      text += MarkdownText.row([
        MarkdownText.inline(format.id),
        MarkdownText.code(format.mediaType + charset) + wording.mark(format.charsetBasis),
        isChosen ? MarkdownText.code(format.accept) : "",
        isChosen ? MarkdownText.code(".\(format.suffix)") : "",
        isChosen ? MarkdownText.code(format.queryValue) : "",
        format.isChecked
          ? format.syntax == .bytes ? "their size and digests" : "yes"
          : "no, reported as not checked",
      ])
    }
    let reasons = reasons(
      suite.formats.map { ("\($0.id) has the charset \($0.charset ?? "").", $0.charsetBasis) }
    )
    guard let negotiation = suite.negotiation else { return text + reasons }
    let clauses =
      negotiation.ways.map(\.clause)
      + (negotiation.ways.count > 1 ? [negotiation.precedenceClause] : [])
      + [negotiation.fallbackClause]
    text += "\n"
    for clause in clauses { text += "- \(wording.sentence(clause))\n" }
    return text + reasons
  }

  private var errors: String {
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
    text += "\n" + MarkdownText.head(["Error", "Status", "Code", "Message begins with", "Source"])
    for entry in suite.errors.entries {
      let names = ([entry.name] + entry.aliases).map(MarkdownText.code).joined(separator: ", also ")
      text += MarkdownText.row([
        names + wording.mark(entry.basis), "\(entry.statuses)",
        entry.code.map(String.init) ?? "not known",
        entry.message.map(MarkdownText.inline) ?? "", wording.source(entry.basis),
      ])
    }
    return text
      + reasons(
        suite.errors.entries.map { entry in
          let code = entry.code.map { " and the code \($0)" } ?? ""
          return ("\(entry.name) has the status \(entry.statuses)\(code).", entry.basis)
        }
      )
  }

  private func reasons(_ assumed: [(sentence: String, basis: Basis)]) -> String {
    var assumptions = AssumptionList()
    for (sentence, basis) in assumed { assumptions.add(sentence, basis) }
    return assumptions.isEmpty ? "" : "\nAssumed, because:\n\n" + assumptions.markdown
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

  /// How values of live data are found where none is provided.
  private static func origins(of given: Given) -> String {
    var origins =
      given.making.map { ["made by the workflow \(MarkdownText.inline($0.workflow))"] }
      ?? [given.discovery, given.creation].compactMap(\.self).map { MarkdownText.code($0.name) }
    if let guess = given.guess { origins.append("\(MarkdownText.code(guess.text())) is tried") }
    return origins.joined(separator: ", else ")
  }

  private var givens: String {
    guard !suite.givens.isEmpty else { return "" }
    var text = "\n## Live data that the cases need\n\n"
    text += MarkdownText.head(["Name", "What it is", "Value", "Found by", "Cases"], numbers: 4..<5)
    for given in suite.givens {
      let fields = given.fields.map { field in
        let phrase = SchemaText(field.schema).phrase
        return given.fields.count == 1 ? phrase : "\(MarkdownText.code(field.name)): \(phrase)"
      }
      let cases = plan.cases.count { $0.givens.contains(given.id) }
      text += MarkdownText.row([
        MarkdownText.code("\(suite.id).\(given.id)"), MarkdownText.inline(given.meaning),
        fields.joined(separator: "; "),
        Self.origins(of: given),
        String(cases),
      ])
    }
    return text
  }

  /// What workflows and life cycles call beside the endpoints.
  private var neighbours: String {
    guard !suite.neighbours.isEmpty else { return "" }
    var text = "\n## Neighbours\n\n"
    text += """
      What cases look at beside the endpoints. None of it is put to the test; where a server has no \
      such operation, what needs it is not checked.


      """
    text += MarkdownText.head([
      "Operation", "Request", "What it does", "Taken to be there, because",
    ])
    for neighbour in suite.neighbours {
      let contract = neighbour.contract
      let requests = contract.routes.map { route in
        let method = route.methods.probed.first?.rawValue ?? ""
        return MarkdownText.code("\(method) \(route.path)")
      }
      text += MarkdownText.row([
        MarkdownText.inline(contract.name), requests.joined(separator: ", "),
        MarkdownText.inline(contract.summary),
        MarkdownText.inline(neighbour.clause.basis.reason ?? ""),
      ])
    }
    return text
  }
}
