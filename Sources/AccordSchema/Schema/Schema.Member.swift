extension Schema {
  /// A member of an object: its name, its schema and whether it must be there.
  public struct Member: Sendable, Hashable {
    /// The name of the member, exactly as it stands in JSON.
    public var name: String
    /// What the value of the member must be.
    public var schema: Schema
    /// Whether the member must be there; a nullable member that is required may be `null`.
    public var isRequired: Bool
    /// What the member means.
    public var description: String?
    package var xml = XMLPlacement()

    /// Creates a member.
    public init(
      _ name: String,
      _ schema: Schema,
      isRequired: Bool,
      description: String? = nil
    ) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
      self.description = description
    }

    /// A member that must be there.
    public static func required(
      _ name: String,
      _ schema: Schema,
      _ description: String? = nil
    ) -> Self {
      Self(name, schema, isRequired: true, description: description)
    }

    /// A member that may be left out.
    public static func optional(
      _ name: String,
      _ schema: Schema,
      _ description: String? = nil
    ) -> Self {
      Self(name, schema, isRequired: false, description: description)
    }

    /// Returns the member with a name, a namespace or the form of an attribute in XML.
    ///
    /// Without a namespace an element has the namespace of the type that declares the member, and
    /// an attribute has none. An empty namespace means none.
    public func xml(
      name: String? = nil,
      namespace: String? = nil,
      attribute: Bool = false
    ) -> Self {
      var copy = self
      if let name { copy.xml.name = name }
      if let namespace { copy.xml.namespace = namespace }
      copy.xml.attribute = attribute
      return copy
    }

    /// The member as one that is never in XML.
    ///
    /// DataContractSerializer leaves a .NET property without a setter out of XML.
    public var absentFromXML: Self {
      var copy = self
      copy.xml.absent = true
      return copy
    }

    /// Returns the member with an explicit order in XML (`DataMember.Order`).
    public func inXMLOrder(_ order: Int) -> Self {
      var copy = self
      copy.xml.order = order
      return copy
    }

    /// The local name of the member's element or attribute.
    package var xmlName: String { xml.name ?? name }
  }
}
