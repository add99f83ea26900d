import AccordModel
import AccordSchema
import HTTPTypes

/// The part of a living document that all endpoints share.
struct SuitePage {
  let suite: ContractSuite
  let plan: Plan
  /// What several endpoints assume for the same reasons.
  let shared: AssumptionList

  var wording: Wording { Wording(suite: suite) }

  /// The part as Markdown.
  var markdown: String {
    heading + credential + formats + errors + givens + neighbours + workflows + sharedAssumptions
  }

  private var heading: String {
    var text = "# \(MarkdownText.inline(suite.name))\n\n\(MarkdownText.inline(suite.summary))\n\n"
    text += "Written by `accord document` from the contracts"
    if let folder = suite.folder { text += " in \(MarkdownText.code(folder))" }
    text += """
      ; what is wrong here is put right there. A promise that the source documents state is a \
      must; one that is our reading is marked *(assumed)*, and the reasons are listed.


      """
    text += MarkdownText.head(["Endpoint", "Request", "What it does", "Cases"], numbers: 3..<4)
    let cases = plan.cases.reduce(into: [:]) { $0[$1.contract, default: 0] += 1 }
    for contract in suite.contracts {
      let requests = contract.routes.map { route in
        MarkdownText.code("\(route.verb) \(route.path)")
      }
      text += MarkdownText.row([
        "[\(MarkdownText.inline(contract.name))](#\(Wording.anchor(contract.name)))",
        requests.joined(separator: ", "), MarkdownText.inline(contract.summary),
        String(cases[contract.id] ?? 0),
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
    var table = DocumentTable([
      "Format", "Content-Type", "Accept", "Suffix", "Query value", "Bodies are checked",
    ])
    for format in suite.formats {
      let charset = format.charset.map { "; charset=\($0)" } ?? ""
      let isChosen = suite.negotiation != nil
      table.add([
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
    text += table.markdown
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

  /// What several endpoints assume for the same reason, each reason once.
  private var sharedAssumptions: String {
    guard !shared.isEmpty else { return "" }
    return "\n## Shared assumptions\n\nWhat more than one endpoint assumes, by its reasons.\n\n"
      + shared.markdown
  }

  private func reasons(_ assumed: [(sentence: String, basis: Basis)]) -> String {
    var assumptions = AssumptionList()
    for (sentence, basis) in assumed { assumptions.add(sentence, basis) }
    return assumptions.isEmpty ? "" : "\nAssumed, because:\n\n" + assumptions.markdown
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
    var table = DocumentTable(["Name", "What it is", "Value", "Found by", "Cases"], numbers: 4..<5)
    for given in suite.givens {
      let fields = given.fields.map { field in
        let phrase = SchemaText(field.schema).phrase
        return given.fields.count == 1 ? phrase : "\(MarkdownText.code(field.name)): \(phrase)"
      }
      let cases = plan.cases.count { $0.givens.contains(given.id) }
      table.add([
        MarkdownText.code("\(suite.id).\(given.id)"), MarkdownText.inline(given.meaning),
        fields.joined(separator: "; "),
        Self.origins(of: given),
        String(cases),
      ])
    }
    return "\n## Live data that the cases need\n\n" + table.markdown
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

extension Contract.Route {
  /// The methods in a word, such as `GET`, `GET, HEAD` or `ANY`.
  package var verb: String {
    switch methods {
    case .only(let methods): methods.map(\.rawValue).joined(separator: ", ")
    case .all: "ANY"
    }
  }
}
