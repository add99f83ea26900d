import AccordModel

extension EndpointPage {
  /// The errors that the document lists, with whether they can be provoked.
  var errors: String {
    guard !contract.errors.isEmpty else { return "" }
    var table = DocumentTable(["Error", "Status", "Code", "When", "Provoked by"])
    let knowsCodes = contract.errors.contains { suite.errors[$0.name]?.code != nil }
    for error in contract.errors {
      let entry = suite.errors[error.name]
      let code = MarkdownText.code(error.name)
      table.add([
        (entry.map { "[\(code)](#\(Wording.anchor($0.name)))" } ?? code)
          + wording.mark(error.clause.basis),
        entry.map { "\($0.statuses)" + wording.mark($0.basis) } ?? "",
        entry?.code.map(String.init) ?? (knowsCodes ? "not known" : ""),
        MarkdownText.inline(error.meaning), provocation(of: error),
      ])
    }
    return "\n### Errors\n\n" + table.markdown
  }

  private func provocation(of error: ErrorClause) -> String {
    let entry = plan.notProvoked.first { $0.contract == contract.id && $0.error == error.name }
    if let entry { return "nothing: \(MarkdownText.inline(entry.reason))" }
    return switch error.provocation {
    case .byRequest: "a wrong request"
    case .byExample: "an example with live data"
    case .impossible(let reason): "nothing: \(MarkdownText.inline(reason))"
    }
  }

  /// The documented requests, each as its first case sends it.
  var examples: String {
    guard !contract.examples.isEmpty else { return "" }
    var text = "\n### Examples\n"
    var bodies: [(body: String, example: String)] = []
    for example in contract.examples {
      text += "\n**\(MarkdownText.inline(example.name))**\(wording.mark(example.clause.basis)): "
      switch example.outcome {
      case .response: text += "answered as above"
      case .refusal(let refusal): text += "refused with \(wording.answer(refusal))"
      }
      if let role = example.role { text += "; called as \(MarkdownText.inline(role))" }
      if !example.consumes.isEmpty {
        let names = example.consumes.map(MarkdownText.code).joined(separator: ", ")
        text += "; uses up a value of \(names)"
      }
      let planned = cases.filter {
        $0.origin == .example && $0.clauses.contains(example.clause.id)
      }
      guard let request = planned.first?.steps.first?.request else {
        text += "; no case is planned.\n"
        continue
      }
      text += "; \(quantity(planned.count, "case")).\n\n"
      text += Self.block(of: request, suite.credential(as: request.role), example.name, &bodies)
    }
    return text
  }

  /// A request; a long body that an earlier example has too is not repeated.
  private static func block(
    of request: RequestTemplate,
    _ credential: Credential?,
    _ name: String,
    _ bodies: inout [(body: String, example: String)]
  ) -> String {
    let text = RequestText(request, credential: credential)
    if let body = text.body, body.utf8.count > 200 {
      if let known = bodies.first(where: { $0.body == body }) {
        var bare = request
        bare.body = nil
        let head = RequestText(bare, credential: credential).text
        return MarkdownText.block(head, language: "http")
          + "\nwith the body of **\(MarkdownText.inline(known.example))**.\n"
      }
      bodies.append((body, name))
    }
    return MarkdownText.block(text.text, language: "http")
  }

  /// How long an answer takes at most, where that is promised.
  var responseTime: String {
    guard let time = contract.responseTime(in: suite) else { return "" }
    return "\n### Response time\n\n\(wording.sentence(time.clause))\n"
  }

  /// The promises about several exchanges.
  var relations: String {
    guard !contract.relations.isEmpty else { return "" }
    return "\n### Several requests together\n\n"
      + contract.relations.map { "- \(wording.sentence($0.clause))\n" }.joined()
  }

  /// The states of what the endpoint changes.
  var stateDiagram: String {
    guard let cycle = contract.stateDiagram else { return "" }
    return "\n### States\n\nThe states of the \(MarkdownText.inline(cycle.subject)):\n\n"
      + MarkdownText.block(MermaidDiagram.states(cycle), language: "mermaid")
  }

  /// The life cycles whose promises are those of the endpoint.
  var lifeCycles: String {
    suite.lifeCycles(of: contract.id).map { cycle in
      "\n### Life cycle: \(MarkdownText.inline(cycle.subject))\n\n"
        + MarkdownText.block(MermaidDiagram.states(cycle), language: "mermaid") + "\n"
        + cycle.clauses(in: suite).map { "- \(wording.sentence($0))\n" }.joined()
    }.joined()
  }

  /// Every clause by its identifier, as reports name it; with a run, what it showed.
  var promises: String {
    var known: Set<Clause.ID> = []
    let clauses = contract.clauses(in: suite).filter { known.insert($0.id).inserted }
    guard !clauses.isEmpty else { return "" }
    let names = (coverage == nil ? [] : ["Last seen"]) + ["Promise", "In words", "Source"]
    let entries = coverage?.entries(of: contract.id)
    var text = "\n### All promises\n\n<details><summary>"
    text += "\(quantity(clauses.count, "promise")), as reports name them"
    text += "</summary>\n\n" + MarkdownText.head(names)
    for clause in clauses {
      var cells = [
        MarkdownText.code(clause.id), wording.sentence(clause),
        wording.source(clause.basis, document: contract.document),
      ]
      if let entries {
        let entry = entries.first { $0.promise.id == clause.id }
        cells.insert(CoverageTables.words(entry?.state ?? routeState(clause, entries)), at: 0)
      }
      text += MarkdownText.row(cells)
    }
    return text + "\n</details>\n"
  }

  /// The state of a route: that of the worst of the ways to ask for it.
  private func routeState(_ clause: Clause, _ entries: [Coverage.Entry]) -> PromiseState {
    let ways = entries.filter {
      $0.promise.kind == .request && $0.promise.id.hasPrefix("\(clause.id)/")
    }.map(\.state)
    let order: [PromiseState] = [.broken, .warned, .holds, .notSeen, .skipped, .notProvoked]
    return order.first(where: ways.contains) ?? .notExercised
  }

  /// What is assumed, by its reasons.
  var assumptions: String {
    let made = madeAssumptions
    let own = made.without(shared)
    guard !made.isEmpty else { return "" }
    var text =
      "\n### Assumptions\n\nBreaking one of them is a warning, and fails only a strict run."
    if own.count < made.count {
      text += " The reasons that other endpoints share stand under "
      text += "[Shared assumptions](#shared-assumptions)."
    }
    return text + "\n" + (own.isEmpty ? "" : "\n\(own.markdown)")
  }

  /// What the endpoint assumes.
  var madeAssumptions: AssumptionList {
    var assumptions = AssumptionList()
    for clause in contract.clauses(in: suite) {
      assumptions.add(clause.sentence, clause.basis)
    }
    for probe in contract.refusals.flatMap(\.probes) {
      guard let basis = probe.basis else { continue }
      assumptions.add("The value \(RequestText.text(.literal(probe.value))) \(probe.why).", basis)
    }
    return assumptions
  }

  /// What is known and not promised.
  var notes: String {
    guard !contract.notes.isEmpty else { return "" }
    return "\n### Notes\n\n"
      + contract.notes.map { "- \(MarkdownText.inline($0))\n" }.joined()
  }
}
