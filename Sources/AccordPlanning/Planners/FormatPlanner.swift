import AccordModel

/// Asks for every format in every way, in two ways at once, and in none; and has requests refused
/// in every format.
struct FormatPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard scope.negotiates, let negotiation = scope.suite.negotiation
    else { return [] }
    let formats = scope.formats
    let chosen = scope.routes.flatMap { choices(formats, negotiation.ways, $0) }
    let contested = scope.routes.flatMap { contests(formats, negotiation.ways, $0) }
    let fallbacks = scope.routes.compactMap { fallback(negotiation, $0) }
    return chosen + contested + fallbacks + refusals(formats, scope)
  }

  private func choices(
    _ formats: [Format],
    _ ways: [Negotiation.Rule],
    _ endpoint: Endpoint
  ) -> [CaseSketch] {
    guard let base = endpoint.formatBase else { return [] }
    return formats.flatMap { format in
      ways.compactMap { rule in
        var draft = base
        draft.selections = [RequestDraft.Selection(rule: rule, format: format)]
        let title = "\(format.id) is chosen by \(rule.way.sentence)"
        return CaseSketch(.format, ["format", format.id, rule.way.name], title, draft)
      }
    }
  }

  /// Two formats, each asked for in the stronger of two ways while the other is in the weaker.
  private func contests(
    _ formats: [Format],
    _ ways: [Negotiation.Rule],
    _ endpoint: Endpoint
  ) -> [CaseSketch] {
    let pair = Array(formats.filter(\.isChecked).prefix(2))
    guard pair.count == 2, let base = endpoint.formatBase else { return [] }
    return ways.indices.flatMap { strong in
      ways.indices.filter { $0 > strong }.flatMap { weak in
        [(pair[0], pair[1]), (pair[1], pair[0])].compactMap { winner, loser -> CaseSketch? in
          var draft = base
          draft.selections = [
            RequestDraft.Selection(rule: ways[strong], format: winner),
            RequestDraft.Selection(rule: ways[weak], format: loser),
          ]
          let names = [
            "format-precedence", "\(ways[strong].way.name)-over-\(ways[weak].way.name)",
            "\(winner.id)-over-\(loser.id)",
          ]
          let title =
            "\(winner.id) by \(ways[strong].way.sentence) goes before \(loser.id) by "
            + ways[weak].way.sentence
          return CaseSketch(.format, names, title, draft)
        }
      }
    }
  }

  private func fallback(_ negotiation: Negotiation, _ endpoint: Endpoint) -> CaseSketch? {
    guard var draft = endpoint.formatBase else { return nil }
    draft.selections = []
    let title = "A request that asks for no format is answered in \(negotiation.fallback)"
    return CaseSketch(.format, ["format-fallback"], title, draft)
  }

  /// One refusal of each kind on each route, in every other format whose bodies are checked.
  private func refusals(_ formats: [Format], _ scope: ContractScope) -> [CaseSketch] {
    let planners: [any OriginPlanner] = [
      HeaderOmissionPlanner(), ParameterOmissionPlanner(), ParameterValuePlanner(),
      UnknownValuePlanner(),
    ]
    var kinds: [[String]] = []
    var sketches: [CaseSketch] = []
    for sketch in planners.flatMap({ $0.sketches(in: scope) }) {
      guard case .refusal(let refusal, _) = sketch.steps[0].outcome, !refusal.allowsEmptyBody,
        !kinds.contains(sketch.place + refusal.names)
      else { continue }
      kinds.append(sketch.place + refusal.names)
      for format in formats
      where format.isChecked && format.syntax.writesValues
        && format != sketch.steps[0].draft.answerFormat
      {
        var copy = sketch
        copy.origin = .format
        copy.name = ["format", format.id, "refusal"] + sketch.name
        copy.title = sketch.title.dropLast() + ", in \(format.id)."
        copy.steps[0].draft.ask(for: format)
        sketches.append(copy)
      }
    }
    return sketches
  }
}

extension Endpoint {
  /// The request by which formats are tried: its answer has content.
  fileprivate var formatBase: RequestDraft? {
    bases.first { $0.response?.schema != nil && !$0.hasOwnAccept }
  }
}
