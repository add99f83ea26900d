public import AccordSchema

/// Live data that cases need: an invitation that is pending, a contact that has connections.
public struct Given: Sendable, Hashable, Identifiable {
  /// The name, such as `pendingInvitation`.
  public var id: String

  /// What it is, for people who have to provide one.
  public var meaning: String

  /// The parts of one value, each with its schema; most givens have one.
  public var fields: [Field]

  /// How values are found on the server when none is provided.
  public var discovery: Discovery?

  /// A call that makes a value where none is found; a read-only run does not make it.
  public var creation: Discovery?

  /// The workflow that makes a value when none is provided; it goes before a discovery.
  public var making: Making?

  /// A value that is sent where none is provided, found or made; `nil` where cases are skipped then.
  ///
  /// It may name nothing that the server has: what is answered to it shows how errors look, and a success
  /// only where there is one.
  public var guess: JSON?

  /// What of a workflow is a value.
  ///
  /// Cases that use a value up get a new one each, all others share one. What was made is cleaned up when
  /// the cases of the suite have run.
  public struct Making: Sendable, Hashable {
    /// The workflow.
    public var workflow: Workflow.ID
    /// The outputs that are the fields, in the order of the fields.
    public var outputs: [Source]

    /// An output of a step.
    public struct Source: Sendable, Hashable {
      /// The name of the output.
      public var output: String
      /// The step.
      public var step: Workflow.Step.ID

      /// An output of a step.
      public static func output(_ name: String, of step: Workflow.Step.ID) -> Source {
        Source(output: name, step: step)
      }
    }

    /// The outputs of a workflow, one for each field of the given.
    public static func workflow(_ id: Workflow.ID, giving outputs: Source...) -> Making {
      Making(workflow: id, outputs: outputs)
    }
  }

  /// A part of a value.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// What it must be.
    public var schema: Schema

    /// Creates a field.
    public init(_ name: String, _ schema: Schema) {
      self.name = name
      self.schema = schema
    }
  }

  /// A call that finds values.
  public struct Discovery: Sendable, Hashable {
    /// The request.
    public var request: RequestTemplate
    /// The list in the JSON answer whose items are candidates; empty for the answer itself.
    ///
    /// An object that stands there is the only candidate.
    public var list: JSONPointer
    /// The member of an item for each field, in the order of the fields.
    public var members: [JSONPointer]
    /// What an item must be to be taken.
    public var suitable: Schema
    /// How the list goes on after the first answer; `nil` where that is all of it.
    ///
    /// Further pages are read as long as more values are needed.
    public var pages: Relation.Pages.Next?
    /// The name of the call, for messages.
    public var name: String
    /// What the call does to what the server keeps; `nil` where nothing says so, and then a read-only
    /// run does not make it.
    public var effect: Effect?

    /// Creates a discovery.
    public init(
      _ name: String,
      _ request: RequestTemplate,
      list: JSONPointer,
      members: [JSONPointer],
      suitable: Schema = .any,
      pages: Relation.Pages.Next? = nil,
      effect: Effect? = nil
    ) {
      self.name = name
      self.request = request
      self.list = list
      self.members = members
      self.suitable = suitable
      self.pages = pages
      self.effect = effect
    }
  }

  /// A given whose values have one field.
  public static func given(
    _ id: String,
    _ schema: Schema,
    _ meaning: String,
    discovery: Discovery? = nil,
    creation: Discovery? = nil,
    madeBy making: Making? = nil,
    guess: JSON? = nil
  ) -> Given {
    .given(
      id,
      fields: [Field(id, schema)],
      meaning,
      discovery: discovery,
      creation: creation,
      madeBy: making,
      guess: guess
    )
  }

  /// A given whose values have several fields.
  public static func given(
    _ id: String,
    fields: [Field],
    _ meaning: String,
    discovery: Discovery? = nil,
    creation: Discovery? = nil,
    madeBy making: Making? = nil,
    guess: JSON? = nil
  ) -> Given {
    Given(
      id: id,
      meaning: meaning,
      fields: fields,
      discovery: discovery,
      creation: creation,
      making: making,
      guess: guess
    )
  }
}
