public import AccordSchema

extension LifeCycle {
  /// A call in whose answer a state shows: that of one resource, or a list.
  public struct View: Sendable, Hashable {
    /// The call; its identifier names the view.
    public var step: Workflow.Step

    /// The list that has the resource as an item; `nil` where the answer is the resource.
    public var list: List?

    /// The place of the answer, or of the item, that names the state; `nil` where none does.
    public var state: JSONPointer?

    /// The values there of states that are not named by their own names.
    public var values: [Value]

    /// The states that a read refuses to show.
    public var refusals: [Hidden]

    /// The states in which a list does not contain it.
    public var omits: [State]

    /// The states of which the view says nothing.
    public var leavesOpen: [State]

    /// Places that may differ from one look to the next though nothing was changed, such as how often
    /// it was looked at.
    public var ignoring: [JSONPointer]

    /// That it shows the state.
    public var clause: Clause

    /// Where a list has its items.
    public struct List: Sendable, Hashable {
      /// The place of the items in the answer.
      public var items: JSONPointer
      /// The place of the identity in an item.
      public var identity: JSONPointer
      /// The part of the identity that stands there.
      public var name: String
    }

    /// What a view has for a state.
    public struct Value: Sendable, Hashable {
      /// The state.
      public var state: State
      /// The value.
      public var value: JSON

      /// A state and how it is shown.
      public static func value(_ value: JSON, for state: State) -> Value {
        Value(state: state, value: value)
      }
    }

    /// What a read gets in states that it does not show.
    public struct Hidden: Sendable, Hashable {
      /// The states.
      public var states: [State]
      /// What it gets.
      public var expectation: Workflow.Step.Expectation

      /// States that are not shown, and what the read gets.
      public static func hidden(
        in states: State...,
        by expectation: Workflow.Step.Expectation
      ) -> Hidden {
        Hidden(states: states, expectation: expectation)
      }
    }

    /// A read of one resource, whose answer names its state at a place.
    ///
    /// It shows all states but those that it refuses or leaves open; of ``State/gone`` it says nothing
    /// unless it refuses it.
    public static func read(
      _ step: Workflow.Step,
      state: JSONPointer? = nil,
      values: [Value] = [],
      refusals: [Hidden] = [],
      leavesOpen: [State] = [],
      ignoring: [JSONPointer] = [],
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> View {
      View(
        step: step,
        state: state,
        values: values,
        refusals: refusals,
        omits: [],
        leavesOpen: leavesOpen,
        ignoring: ignoring,
        clause: Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      )
    }

    /// A list that contains the resource in all states but those that it omits or leaves open.
    ///
    /// `named` is the part of the identity that stands in an item.
    public static func list(
      _ step: Workflow.Step,
      items: JSONPointer,
      identity: JSONPointer,
      named name: String = "id",
      state: JSONPointer? = nil,
      values: [Value] = [],
      omits: [State] = [.gone],
      leavesOpen: [State] = [],
      ignoring: [JSONPointer] = [],
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> View {
      View(
        step: step,
        list: List(items: items, identity: identity, name: name),
        state: state,
        values: values,
        refusals: [],
        omits: omits,
        leavesOpen: leavesOpen,
        ignoring: ignoring,
        clause: Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      )
    }
  }

  /// That a view has what a call wrote.
  public struct Written: Sendable, Hashable {
    /// The place in the content of the call.
    public var sent: JSONPointer
    /// The call: the name of a transition, or `make`.
    public var call: Workflow.Step.ID
    /// The view.
    public var view: Workflow.Step.ID
    /// The place in the resource that the view shows.
    public var shown: JSONPointer
    /// That it is what was written.
    public var clause: Clause

    /// A place of a view that has what a call wrote at a place of its content.
    public static func written(
      _ sent: JSONPointer,
      by call: Workflow.Step.ID,
      in view: Workflow.Step.ID,
      at shown: JSONPointer? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Written {
      let source = SourceLine(fileID: fileID, line: line)
      return Written(
        sent: sent,
        call: call,
        view: view,
        shown: shown ?? sent,
        clause: Clause("", "", basis: basis, source: source)
      )
    }

    func belonging(to name: String, of subject: String) -> Written {
      var written = self
      written.clause.id = "\(name)/written/\(call)\(sent)/\(view)"
      written.clause.sentence =
        "What \(call) writes to \(sent) of a \(subject) is what \(view) has at \(shown)."
      return written
    }
  }
}

extension LifeCycle.View {
  /// What a view shows of a state.
  package enum Sight: Sendable, Hashable {
    /// The resource; with the value at the place of the state.
    case shown(JSON?)
    /// A read is refused.
    case refused(Workflow.Step.Expectation)
    /// A list does not contain it.
    case omitted
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
    if state == .gone { return .open }
    guard self.state != nil else { return .shown(nil) }
    let value = values.first { $0.state == state }?.value
    return .shown(value ?? .string(state.description))
  }

  var clauses: [Clause] { [clause] + refusals.flatMap(\.expectation.refusalClauses) }

  func belonging(to name: String, of subject: String) -> LifeCycle.View {
    var view = self
    view.clause.id = "\(name)/\(step.id)"
    let states = omits.map(\.description).joined(separator: " or ")
    switch (list, state) {
    case (_?, _) where !omits.isEmpty:
      view.clause.sentence =
        "\(step.id) contains each \(subject) once as it is, and none that is \(states)."
    case (_?, _): view.clause.sentence = "\(step.id) contains each \(subject) once as it is."
    case (nil, let place?):
      view.clause.sentence = "\(step.id) shows the state of a \(subject) at \(place)."
    case (nil, nil): view.clause.sentence = "\(step.id) shows a \(subject)."
    }
    view.refusals = refusals.enumerated().map { number, hidden in
      var hidden = hidden
      let words = hidden.states.map(\.description).joined(separator: " or ")
      hidden.expectation = hidden.expectation.belonging(
        to: "\(name)/\(step.id)/hidden/\(number + 1)",
        when: "\(step.id) of a \(subject) that is \(words)"
      )
      return hidden
    }
    return view
  }
}
