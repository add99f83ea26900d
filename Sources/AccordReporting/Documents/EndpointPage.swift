import AccordModel
import HTTPTypes

/// The part of a living document about one endpoint.
struct EndpointPage {
  let contract: Contract
  let suite: ContractSuite
  let plan: Plan
  var coverage: Coverage?
  /// What documented requests have, for samples.
  var documented: DocumentedValues
  /// The tables that earlier endpoints show.
  var known = ShownTables()
  /// The reasons of assumptions that the suite gives for several endpoints.
  var shared: Set<String> = []

  /// The cases of the endpoint, in the order of the plan.
  var cases: [Case] { plan.cases.filter { $0.contract == contract.id } }

  /// Phrases in the terms of the suite.
  var wording: Wording { Wording(suite: suite) }

  /// Whether the endpoint writes XML.
  var hasXML: Bool { contract.formats(in: suite).contains { $0.syntax == .xml } }

  /// The part as Markdown.
  var markdown: String {
    heading + routes + command + credential + headers + parameters + requestBody + answers
      + responseTime
      + errors + examples
      + relations + stateDiagram + lifeCycles + promises + assumptions + notes
  }

  private var heading: String {
    var text = "\n## \(MarkdownText.inline(contract.name))\n\n"
    text += "\(MarkdownText.inline(contract.summary))\n\n"
    text += "Contract \(MarkdownText.code("\(suite.id)/\(contract.id)")), declared at "
    text += MarkdownText.code(contract.source.path(in: suite.folder))
    text += ", from the document \(MarkdownText.code(contract.document)).\n\n"
    text += "\(Self.sentence(contract.effect))\n\n"
    let sources = self.sources
    if !sources.isEmpty { text += "It is described at \(sources.joined(separator: ", ")).\n\n" }
    if !contract.references.isEmpty {
      let links = contract.references.map { MarkdownText.link($0.title, to: $0.address) }
      text += "The document refers to \(links.joined(separator: ", ")).\n\n"
    }
    let counts = origins.compactMap { origin -> String? in
      let count = cases.count { $0.origin == origin }
      guard Case.Origin.planned.contains(origin) || origin == .written else {
        return "\(quantity(count, "case")) of \(origin.rawValue)"
      }
      return count == 0 ? nil : quantity(count, Self.noun(origin))
    }
    text += "It is held to its promises by \(quantity(cases.count, "case"))"
    return text + (counts.isEmpty ? ".\n" : ": \(counts.joined(separator: ", ")).\n")
  }

  /// Links to the pages that state its promises, each once, in the order in which they are first named.
  private var sources: [String] {
    let errors = contract.errors.compactMap { suite.errors[$0.name]?.basis }
    let bases = contract.clauses(in: suite).map(\.basis) + errors
    return bases.reduce(into: []) { links, basis in
      guard case .statedBy(let page) = basis else { return }
      let link = MarkdownText.link(page.title, to: page.address)
      if !links.contains(link) { links.append(link) }
    }
  }

  /// What a call does to what the server keeps, and whether a read-only run sends it.
  private static func sentence(_ effect: Effect?) -> String {
    switch effect {
    case .readOnly: "A call changes nothing; a read-only run sends it."
    case .changesState: "A call may change what the server keeps; a read-only run leaves it out."
    case nil:
      "Whether a call changes something is not declared; a read-only run leaves it out."
    }
  }

  /// Where cases come from: those of every plan, then those of this one, as they first occur.
  private var origins: [Case.Origin] {
    cases.reduce(into: Case.Origin.planned) { origins, testCase in
      if !origins.contains(testCase.origin) { origins.append(testCase.origin) }
    }
  }

  private static func noun(_ origin: Case.Origin) -> String {
    switch origin {
    case .wrongValue: "wrong value"
    case .verb: "method"
    case .written: "written case"
    case .lifeCycle: "life-cycle case"
    default: origin.rawValue
    }
  }

  /// How the endpoint is reached.
  private var routes: String {
    var table = DocumentTable(["Method", "Path", "Versions", "Name"])
    for route in contract.routes {
      let methods: String =
        switch route.methods {
        case .only(let methods):
          methods.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ")
        case .all(let probed):
          "every method; tried are "
            + probed.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ")
        }
      let versions =
        route.version.map { version in
          version.served.map(String.init).joined(separator: ", ")
            + " by \(MarkdownText.inline(version.carrier.sentence))"
        } ?? ""
      table.add([
        methods + wording.mark(route.clause.basis), MarkdownText.code(route.path.description),
        versions, contract.routes.count > 1 ? MarkdownText.inline(route.name) : "",
      ])
    }
    var text = "\n### Routes\n\n" + table.markdown
    let rules = contract.routes.compactMap(\.version)
    let sentences = rules.flatMap { [$0.clause, $0.absentClause].compactMap(\.self) }
    if !sentences.isEmpty { text += "\n" }
    for clause in sentences { text += "- \(wording.sentence(clause))\n" }
    return text
      + wording.refusals(
        rules.flatMap { [$0.unsupported, $0.missing, $0.notANumber] }
          + contract.routes.map(\.otherMethods) + [contract.unacceptable]
      )
  }

  private var credential: String {
    guard let rule = contract.credential else { return "" }
    return "\n### Credential\n\n\(wording.sentence(rule.clause))\n"
      + wording.refusals([rule.missing, rule.invalid])
  }

  private var headers: String {
    guard !contract.headers.isEmpty else { return "" }
    return "\n### Request headers\n\n" + Self.table(of: contract.headers, wording)
      + wording.refusals(contract.headers.flatMap { [$0.missing, $0.invalid] })
  }

  /// The table of header fields.
  static func table(of headers: [HeaderRule], _ wording: Wording) -> String {
    var table = DocumentTable(["Header", "Value", "Presence", "Meaning"])
    for header in headers {
      let presence =
        switch header.presence {
        case .required: "required"
        case .optional: "optional"
        case .forbidden: "never sent"
        }
      table.add([
        MarkdownText.code(header.name),
        header.presence == .forbidden ? "" : SchemaText(header.value).phrase,
        presence + wording.mark(header.clause.basis), MarkdownText.inline(header.meaning),
      ])
    }
    return table.markdown
  }

  private var parameters: String {
    guard !contract.parameters.isEmpty else { return "" }
    var text = "\n### Parameters\n\n"
    var table = DocumentTable(["Parameter", "Type", "In", "Required", "For example", "Meaning"])
    for parameter in contract.parameters {
      let others = parameter.places.filter { $0 != parameter.usual }
      let places =
        parameter.usual.rawValue
        + (others.isEmpty ? "" : ", also \(others.map(\.rawValue).joined(separator: ", "))")
      let remarks = SchemaText(parameter.schema).remarks.filter { !$0.hasPrefix("For example") }
      let meaning = [MarkdownText.inline(parameter.meaning)] + remarks
      table.add([
        MarkdownText.code(parameter.name), SchemaText(parameter.schema).phrase,
        places + Self.writing(of: parameter),
        (parameter.isRequired ? "yes" : "no") + wording.mark(parameter.clause.basis),
        parameter.example.map { MarkdownText.code(RequestText.text($0)) } ?? "",
        meaning.filter { !$0.isEmpty }.joined(separator: " "),
      ])
    }
    text += table.markdown
    return text
      + wording.refusals(contract.parameters.flatMap { [$0.missing, $0.invalid, $0.unknown] })
  }

  /// How a list or an object is written, and a scalar where a style adds something to it.
  private static func writing(of parameter: Parameter) -> String {
    let serialization = parameter.serialization(in: parameter.usual)
    let isPlain = ![.label, .matrix].contains(serialization.style)
    guard parameter.usual != .body, parameter.isStructured || !isPlain else { return "" }
    let explodes = serialization.explodes && serialization.style != .deepObject
    return " (\(serialization.style.rawValue)\(explodes ? ", exploded" : ""))"
  }
}
