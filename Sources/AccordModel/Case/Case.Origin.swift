extension Case {
  /// Where a case comes from: an origin of every plan, one of a user's own, or a person.
  ///
  /// A ``CaseOrigin`` names one by its identifier; nobody else has to make one.
  public struct Origin: RawRepresentable, Sendable, Hashable {
    /// The name as reports show it: lower-case letters, digits and hyphens.
    public let rawValue: String

    /// Creates an origin; `nil` where the name is not made of lower-case letters, digits and
    /// hyphens.
    public init?(rawValue: String) {
      let isWellFormed = rawValue.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
      guard isWellFormed, !rawValue.isEmpty else { return nil }
      self.rawValue = rawValue
    }

    private init(named name: String) { rawValue = name }

    /// A documented example.
    public static let example = Origin(named: "example")
    /// Something required is left out.
    public static let omission = Origin(named: "omission")
    /// A value is wrong.
    public static let wrongValue = Origin(named: "wrong-value")
    /// A version.
    public static let version = Origin(named: "version")
    /// A method.
    public static let verb = Origin(named: "verb")
    /// A format.
    public static let format = Origin(named: "format")
    /// A relation between exchanges.
    public static let relation = Origin(named: "relation")
    /// A workflow.
    public static let workflow = Origin(named: "workflow")
    /// The life cycle of a resource.
    public static let lifeCycle = Origin(named: "life-cycle")
    /// A person wrote it.
    public static let written = Origin(named: "written")

    /// The origins of every plan, in the order in which they are documented.
    package static let planned: [Origin] = [
      .example, .omission, .wrongValue, .version, .verb, .format, .relation, .workflow,
      .lifeCycle,
    ]
  }
}
