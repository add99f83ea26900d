extension LifeCycle {
  /// A call that leads from one state to another.
  public struct Transition: Sendable, Hashable {
    /// The call; its identifier names the transition.
    public var step: Workflow.Step

    /// The states in which it may be called.
    public var from: [State]

    /// The state after it.
    public var to: State

    /// What the same call gets right after it, which changes nothing then; `nil` where the document
    /// says nothing of it.
    public var repeated: Workflow.Step.Expectation?

    /// That it leads there.
    public var clause: Clause

    /// That to repeat it changes nothing.
    public var repetition: Clause

    /// A call that leads from any of some states to another.
    ///
    /// It may take outputs of a view, such as the entity tag that `If-Match` has to name: the view is
    /// read right before it.
    ///
    /// `repeated` is what the same call gets right after it where it is idempotent, such as
    /// `.asDocumented` (RFC 9110 section 9.2.2).
    public static func transition(
      _ step: Workflow.Step,
      from: State...,
      to: State,
      repeated: Workflow.Step.Expectation? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Transition {
      let clause = Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      return Transition(
        step: step,
        from: from,
        to: to,
        repeated: repeated,
        clause: clause,
        repetition: clause
      )
    }

    var clauses: [Clause] { repeated == nil ? [clause] : [clause, repetition] }

    func belonging(to name: String, of subject: String) -> Transition {
      var transition = self
      let states = from.map(\.description).joined(separator: " or ")
      transition.clause.id = "\(name)/\(step.id)"
      transition.clause.sentence =
        "\(subject.withCapitalArticle) that is \(states) is \(to) after \(step.id)."
      transition.repetition.id = "\(name)/\(step.id)/repeated"
      transition.repetition.sentence = "To repeat \(step.id) changes no \(subject)."
      return transition
    }
  }

  /// A call that some states refuse, and that changes nothing then.
  public struct Refused: Sendable, Hashable {
    /// The name of the transition that is not allowed.
    public var transition: Workflow.Step.ID

    /// The states.
    public var states: [State]

    /// What the call gets.
    public var expectation: Workflow.Step.Expectation

    /// That it is refused, and changes nothing.
    public var clause: Clause

    /// A call that is refused in some states.
    ///
    /// `by` is a refusal, such as `.refused("parameter/id/wrong-state")` of the contract.
    public static func refused(
      _ transition: Workflow.Step.ID,
      in states: State...,
      by expectation: Workflow.Step.Expectation,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Refused {
      Refused(
        transition: transition,
        states: states,
        expectation: expectation,
        clause: Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      )
    }

    var clauses: [Clause] { [clause] + expectation.refusalClauses }

    func belonging(to name: String, of subject: String) -> Refused {
      var refused = self
      let words = states.map(\.description)
      let id = "\(name)/\(transition)/refused-in-\(words.joined(separator: "-"))"
      let owner =
        "\(transition) of \(subject.withArticle) that is \(words.joined(separator: " or "))"
      refused.clause.id = id
      refused.clause.sentence = "\(owner) is refused, and changes nothing."
      refused.expectation = expectation.belonging(to: id, when: owner)
      return refused
    }
  }
}

extension Workflow.Step.Expectation {
  /// The promises of a refusal of its own.
  var refusalClauses: [Clause] {
    guard case .refusal(let refusal, _) = self else { return [] }
    return [refusal.refused, refusal.named] + refusal.headers.map(\.clause)
  }

  /// The expectation with a refusal of its own as a promise.
  func belonging(to id: String, when condition: String) -> Workflow.Step.Expectation {
    guard case .refusal(let refusal, let proof) = self else { return self }
    return .refusal(refusal.belonging(to: id, when: condition), because: proof)
  }
}
