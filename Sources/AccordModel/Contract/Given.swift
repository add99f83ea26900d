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
      effect: Effect? = nil
    ) {
      self.name = name
      self.request = request
      self.list = list
      self.members = members
      self.suitable = suitable
      self.effect = effect
    }
  }

  /// A given whose values have one field.
  public static func given(
    _ id: String,
    _ schema: Schema,
    _ meaning: String,
    discovery: Discovery? = nil,
    creation: Discovery? = nil
  ) -> Given {
    .given(
      id,
      fields: [Field(id, schema)],
      meaning,
      discovery: discovery,
      creation: creation
    )
  }

  /// A given whose values have several fields.
  public static func given(
    _ id: String,
    fields: [Field],
    _ meaning: String,
    discovery: Discovery? = nil,
    creation: Discovery? = nil
  ) -> Given {
    Given(
      id: id,
      meaning: meaning,
      fields: fields,
      discovery: discovery,
      creation: creation
    )
  }
}
