import AccordOpenAPI
import AccordSchema

/// What the schemas of a term say together, keyword by keyword.
final class SchemaShape {
  /// A limit with the keyword that says it.
  struct Limit {
    var value: JSONNumber
    var isExclusive = false
    var node: DescriptionNode
  }

  /// A declared property.
  struct Property {
    var name: String
    var term: SchemaTerm
    var node: DescriptionNode
  }

  /// What is said of the properties that are not declared.
  enum Additional {
    case unsaid
    case closed(DescriptionNode)
    case schema(SchemaTerm, DescriptionNode)
  }

  /// A list of alternatives.
  struct Alternatives {
    var node: DescriptionNode
    var terms: [(term: SchemaTerm, node: DescriptionNode)]
    var owner: SchemaTerm.Part
  }

  /// A keyword that is only compared as it is written.
  struct Opaque {
    var aspect: Difference.Aspect
    var node: DescriptionNode
  }

  var isNever = false
  /// The first of the schemas, where the shape itself stands.
  var node: DescriptionNode?
  var types = TypeSet.all
  var typeNode: DescriptionNode?
  /// Whether the types are said.
  var statesTypes = false
  var values: [JSON]?
  var valuesNode: DescriptionNode?
  var isConst = false
  var extensible: (values: [String], node: DescriptionNode)?
  /// Limits by the keyword without its direction, such as `max-length`.
  var limits: [LimitName: Limit] = [:]
  var patterns: [(text: String, node: DescriptionNode)] = []
  var formats: [(text: String, node: DescriptionNode)] = []
  var multiples: [(value: JSONNumber, node: DescriptionNode)] = []
  var properties: [Property] = []
  var places: [String: Int] = [:]
  var required: [(name: String, node: DescriptionNode)] = []
  var requiredNames: Set<String> = []
  var additional = Additional.unsaid
  var patternProperties: [Property] = []
  var propertyNames: (term: SchemaTerm, node: DescriptionNode)?
  var items: (term: SchemaTerm, node: DescriptionNode)?
  var prefixItems: [(term: SchemaTerm, node: DescriptionNode)] = []
  var contains: (term: SchemaTerm, node: DescriptionNode)?
  var uniqueItems: DescriptionNode?
  var anyOf: [Alternatives] = []
  var oneOf: [Alternatives] = []
  var not: [(term: SchemaTerm, node: DescriptionNode)] = []
  var dependentRequired: [(name: String, needs: [String], node: DescriptionNode)] = []
  var opaque: [Opaque] = []
  var readOnly: DescriptionNode?
  var writeOnly: DescriptionNode?
  var deprecated: DescriptionNode?
  var sunset: DescriptionNode?
  var stability: DescriptionNode?
  var defaultValue: DescriptionNode?
  var discriminator: DescriptionNode?
  var xml: DescriptionNode?
  var documentation: [String: DescriptionNode] = [:]
  var extensions: [String: DescriptionNode] = [:]
  /// How many parts the lists of allOf have.
  var allOfCount = 0
  /// Every schema of which it is made, without those to which these refer.
  var flattened: [SchemaTerm.Part] = []
  /// Whether null is right beside what the alternatives say.
  var hasNullBeside = false
  /// Why something of it is not read.
  var unread: [(reason: String, node: DescriptionNode)] = []

  /// The limits, each of which is an upper or a lower one.
  enum LimitName: String, CaseIterable {
    case max, min
    case maxLength = "max-length"
    case minLength = "min-length"
    case maxItems = "max-items"
    case minItems = "min-items"
    case maxProperties = "max-properties"
    case minProperties = "min-properties"
    case maxContains = "max-contains"
    case minContains = "min-contains"

    var isUpper: Bool { rawValue.hasPrefix("max") }

    /// The limit where none is said; nil for those of numbers, and for upper ones.
    var usual: Int? {
      switch self {
      case .minLength, .minItems, .minProperties: 0
      case .minContains: 1
      default: nil
      }
    }

    /// The types whose values it holds for.
    var types: TypeSet {
      switch self {
      case .max, .min: .number
      case .maxLength, .minLength: .string
      case .maxProperties, .minProperties: .object
      default: .array
      }
    }
  }

  func property(_ name: String) -> Property? { places[name].map { properties[$0] } }

  /// Whether it has alternatives, or something else that is not said keyword by keyword.
  var isComposite: Bool { !anyOf.isEmpty || !oneOf.isEmpty }

  /// Adds a property, or says more of one.
  func add(_ name: String, _ term: SchemaTerm, _ node: DescriptionNode) {
    if let place = places[name] {
      properties[place].term = properties[place].term.and(term)
    } else {
      places[name] = properties.count
      properties.append(Property(name: name, term: term, node: node))
    }
  }

  /// Keeps the tighter of two limits.
  func limit(_ name: LimitName, _ limit: Limit) {
    guard let other = limits[name] else {
      limits[name] = limit
      return
    }
    let isTighter =
      name.isUpper ? limit.value < other.value : limit.value > other.value
    if isTighter || (limit.value == other.value && limit.isExclusive) { limits[name] = limit }
  }
}
