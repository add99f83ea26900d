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

    /// The states into which it comes with a change that the list shows.
    ///
    /// The item is another one than before, or none; what the change is, is left open.
    public var changes: [State]

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
      /// How the next page is found of a list that comes in pages; `nil` where it comes whole.
      ///
      /// Pages are read until one has the resource, and the last is looked at where none has it.
      public var next: Relation.Pages.Next?
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
        changes: [],
        leavesOpen: leavesOpen,
        ignoring: ignoring,
        clause: Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      )
    }

    /// A list that contains the resource in all states but those that it omits or leaves open.
    ///
    /// `named` is the part of the identity that stands in an item. Of a list that can be asked for items
    /// that it leaves out otherwise, each way to ask is a view. `next` is how the next page is found of a
    /// list that comes in pages: pages are read until one has the resource, a thousand at most. States of `changes` need not be listed:
    /// a call that leads to one is seen, and nothing else is said of it.
    public static func list(
      _ step: Workflow.Step,
      items: JSONPointer,
      identity: JSONPointer,
      named name: String = "id",
      next: Relation.Pages.Next? = nil,
      state: JSONPointer? = nil,
      values: [Value] = [],
      omits: [State] = [.gone],
      changes: [State] = [],
      leavesOpen: [State] = [],
      ignoring: [JSONPointer] = [],
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> View {
      View(
        step: step,
        list: List(items: items, identity: identity, name: name, next: next),
        state: state,
        values: values,
        refusals: [],
        omits: omits,
        changes: changes,
        leavesOpen: leavesOpen,
        ignoring: ignoring,
        clause: Clause("", "", basis: basis, source: SourceLine(fileID: fileID, line: line))
      )
    }
  }
}
