import AccordModel

extension SuitePage {
  /// The workflows, each with its steps in their order.
  var workflows: String {
    guard !suite.workflows.isEmpty else { return "" }
    return "\n## Workflows\n" + suite.workflows.map(section).joined()
  }

  private func section(_ workflow: Workflow) -> String {
    let testCase = plan.cases.first { $0.workflow?.id == workflow.id }
    var text =
      "\n### \(MarkdownText.inline(workflow.id))\n\n\(wording.sentence(workflow.clause))\n\n"
    for (number, step) in workflow.steps.enumerated() {
      let request = testCase?.steps.indices.contains(number) == true ? testCase?.steps[number] : nil
      text += "\(number + 1). \(words(step, request))\n"
    }
    if let reason = workflow.leaves {
      text += "\nWhat was made stays: \(MarkdownText.inline(reason))\n"
    }
    guard !workflow.cleanUp.isEmpty else { return text }
    text += "\nWhatever happened, what was made is removed:\n\n"
    for (number, step) in workflow.cleanUp.enumerated() {
      let request =
        testCase?.cleanUp.indices.contains(number) == true ? testCase?.cleanUp[number] : nil
      text += "- \(words(step, request))\n"
    }
    return text
  }

  private func words(_ step: Workflow.Step, _ planned: Case.Step?) -> String {
    let name = suite.contract(step.contract)?.name ?? step.contract
    var text = "**\(MarkdownText.inline(step.id))**: "
    if let outline = planned?.request.outline { text += "\(MarkdownText.code(outline)), " }
    let isNeighbour = suite.neighbours.contains { $0.contract.id == step.contract }
    let anchor = isNeighbour ? "neighbours" : Wording.anchor(name)
    text += "[\(MarkdownText.inline(name))](#\(anchor))"
    if let planned {
      switch planned.expectation.outcome {
      case .success(let rule): text += ", is answered \(rule.statuses)"
      case .refusal(let refusal, _): text += ", is refused with \(wording.answer(refusal))"
      }
    }
    if let until = step.until {
      let times =
        until.limit == 1 ? "once" : "\(until.limit) times at most, \(until.interval) apart"
      text += "; it is sent \(times), until \(words(until))"
    }
    let criteria = step.criteria.map { criterion in
      "\(MarkdownText.code(criterion.part.words)) \(MarkdownText.inline(criterion.words))"
    }
    if !criteria.isEmpty { text += ", and \(criteria.joined(separator: " and "))" }
    let outputs = step.outputs.map { "\($0.name) (\(MarkdownText.code($0.part.words)))" }
    if !outputs.isEmpty { text += "; it gives \(outputs.joined(separator: ", "))" }
    return text + "."
  }

  private func words(_ until: Workflow.Until) -> String {
    let status = until.statuses.map { "the answer has \($0)" }
    let places = until.places.map { place in
      "\(MarkdownText.code("\(place.pointer)")) is \(SchemaText(place.schema).phrase)"
    }
    return ([status].compactMap(\.self) + places).joined(separator: " and ")
  }
}
