import AccordOpenAPI
import AccordSchema

/// What is said of one value: schemas that all hold for it.
struct SchemaTerm: Hashable, Sendable {
  /// A schema, of which some keywords may be left out because they are looked at elsewhere.
  struct Part: Hashable, Sendable {
    let identity: DescriptionNode.Identity
    let node: DescriptionNode
    var omitted: Omitted = []

    init(_ node: DescriptionNode, omitting omitted: Omitted = []) {
      self.node = node
      identity = node.identity
      self.omitted = omitted
    }

    static func == (left: Self, right: Self) -> Bool {
      left.identity == right.identity && left.omitted == right.omitted
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(identity)
      hasher.combine(omitted)
    }
  }

  /// Keywords that are left out of a schema.
  struct Omitted: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let anyOf = Omitted(rawValue: 1)
    static let oneOf = Omitted(rawValue: 2)
    /// What it refers to and what its allOf lists, where that is listed beside it.
    static let references = Omitted(rawValue: 4)
  }

  /// The schemas; without any, every value is right.
  var parts: [Part] = []
  /// Fields of a form, each of which is a schema with a name (Swagger 2.0, `formData`).
  var fields: [Part] = []
  /// Whether null is right too, whatever the schemas say.
  var addsNull = false
  /// The types that are left of those that the schemas allow.
  var types = TypeSet.all
  /// Whether no value is right.
  var isNever = false

  static let any = SchemaTerm()
  static let never: SchemaTerm = {
    var term = SchemaTerm()
    term.isNever = true
    return term
  }()

  init() {}

  init(_ node: DescriptionNode) { parts = [Part(node)] }

  /// The term with the parts of one alternative, whatever is said of null outside of it.
  func joined(with alternative: SchemaTerm) -> SchemaTerm {
    var term = and(alternative)
    term.addsNull = false
    return term
  }

  /// The term of values that are right by two.
  func and(_ other: SchemaTerm) -> SchemaTerm {
    if isNever || other.isNever { return .never }
    var term = self
    for part in other.parts where !term.parts.contains(part) { term.parts.append(part) }
    term.fields += other.fields
    term.addsNull = addsNull && other.addsNull
    term.types = types.intersection(other.types)
    return term
  }

  /// The term of those of its values that are of some types.
  func of(_ types: TypeSet) -> SchemaTerm {
    var term = self
    term.types = self.types.intersection(types)
    return term
  }
}
