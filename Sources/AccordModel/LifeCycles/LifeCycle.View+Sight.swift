package import AccordSchema

extension LifeCycle.View {
  /// What a view shows of a state.
  package enum Sight: Sendable, Hashable {
    /// The resource; with the value at the place of the state.
    case shown(JSON?)
    /// A read is refused.
    case refused(Workflow.Step.Expectation)
    /// A list does not contain it.
    case omitted
    /// A list does not have it exactly as before it came into the state.
    case changed
    /// Nothing is said.
    case open
  }

  /// What it shows of a state.
  package func sight(of state: LifeCycle.State) -> Sight {
    if leavesOpen.contains(state) { return .open }
    if let hidden = refusals.first(where: { $0.states.contains(state) }) {
      return .refused(hidden.expectation)
    }
    if list != nil, omits.contains(state) { return .omitted }
    if list != nil, changes.contains(state) { return .changed }
    if state == .gone { return .open }
    guard self.state != nil else { return .shown(nil) }
    let value = values.first { $0.state == state }?.value
    return .shown(value ?? .string(state.description))
  }

  var clauses: [Clause] { [clause] + refusals.flatMap(\.expectation.refusalClauses) }

  func belonging(to name: String, of subject: String) -> LifeCycle.View {
    var view = self
    view.clause.id = "\(name)/\(step.id)"
    let one = subject.withArticle
    switch (list, state) {
    case (_?, _): view.clause.sentence = listed(subject)
    case (nil, let place?) where place.tokens.isEmpty:
      view.clause.sentence = "\(step.id) shows the state of \(one)."
    case (nil, let place?):
      view.clause.sentence = "\(step.id) shows the state of \(one) at \(place)."
    case (nil, nil): view.clause.sentence = "\(step.id) shows \(one)."
    }
    view.refusals = refusals.enumerated().map { number, hidden in
      var hidden = hidden
      let words = hidden.states.map(\.description).joined(separator: " or ")
      hidden.expectation = hidden.expectation.belonging(
        to: "\(name)/\(step.id)/hidden/\(number + 1)",
        when: "\(step.id) of \(one) that is \(words)"
      )
      return hidden
    }
    return view
  }

  /// What a list has, as a sentence.
  private func listed(_ subject: String) -> String {
    func words(_ states: [LifeCycle.State]) -> String {
      states.map(\.description).joined(separator: " or ")
    }
    var sentence = "\(step.id) contains each \(subject) once as it is"
    if !omits.isEmpty { sentence += ", and none that is \(words(omits))" }
    if !changes.isEmpty {
      sentence += "; one that became \(words(changes)) is not as it was before"
    }
    return sentence + "."
  }
}
