/// A keyword of schemas, described once: its name, its drafts, its vocabulary, what it does, and where
/// it holds schemas.
///
/// What reads documents, finds the schemas in them, tells them from other documents or writes the output
/// formats asks here. The cases stand in the order in which the schemas inside are found.
enum Keyword: String, Sendable, CaseIterable {
  // Applicators (core, sections 10 and 11).
  case properties
  case patternProperties
  case additionalProperties
  case propertyNames
  case dependencies
  case dependentSchemas
  case unevaluatedProperties
  case prefixItems
  case items
  case additionalItems
  case contains
  case minContains
  case maxContains
  case unevaluatedItems
  case allOf
  case anyOf
  case oneOf
  case not
  case `if`
  case then
  case `else`

  // Assertions (validation, section 6).
  case type
  case `enum`
  case const
  case multipleOf
  case maximum
  case exclusiveMaximum
  case minimum
  case exclusiveMinimum
  case maxLength
  case minLength
  case pattern
  case maxItems
  case minItems
  case uniqueItems
  case maxProperties
  case minProperties
  case required
  case dependentRequired

  // What is in a string (validation, sections 7 and 8).
  case format
  case contentEncoding
  case contentMediaType
  case contentSchema

  // Core (core, section 8).
  case schema = "$schema"
  case id = "$id"
  case oldID = "id"
  case ref = "$ref"
  case anchor = "$anchor"
  case dynamicRef = "$dynamicRef"
  case dynamicAnchor = "$dynamicAnchor"
  case recursiveRef = "$recursiveRef"
  case recursiveAnchor = "$recursiveAnchor"
  case vocabulary = "$vocabulary"
  case comment = "$comment"
  case definitions
  case defs = "$defs"

  // Notes (validation, section 9).
  case title
  case description
  case `default`
  case examples
  case deprecated
  case readOnly
  case writeOnly

  // Of OpenAPI.
  case nullable
  case discriminator
  case xml
  case example
  case externalDocs
}

extension Keyword {
  /// What a keyword does.
  enum Kind: Sendable {
    /// Refuses values by itself.
    case assertion
    /// Applies schemas, or counts what they admit.
    case applicator
    /// Applies a schema that stands elsewhere.
    case reference
    /// Says what a value is; it refuses none, unless it is asked to.
    case annotation
    /// Says what a value means to people; other documents have it too.
    case note
    /// Says what a document is, or gives a name to a place in it.
    case identifier
  }

  /// How a keyword holds schemas.
  enum Shape: Sendable {
    case schema, list, map
    /// A schema, or a list of them.
    case either
  }

  /// What there is to know of a keyword.
  struct Description: Sendable {
    var kind: Kind
    var vocabulary: Vocabularies
    var drafts: ClosedRange<SchemaDraft>
    var shape: Shape?

    fileprivate init(
      _ kind: Kind,
      _ vocabulary: Vocabularies,
      from first: SchemaDraft = .draft4,
      through last: SchemaDraft = .draft202012,
      holding shape: Shape? = nil
    ) {
      self.kind = kind
      self.vocabulary = vocabulary
      drafts = first...last
      self.shape = shape
    }
  }

  /// What there is to know of the keyword.
  var facts: Description {
    switch self {
    case .properties, .patternProperties, .dependencies:
      Description(.applicator, .applicator, holding: .map)
    case .dependentSchemas: Description(.applicator, .applicator, from: .draft201909, holding: .map)
    case .additionalProperties, .not: Description(.applicator, .applicator, holding: .schema)
    case .propertyNames, .contains:
      Description(.applicator, .applicator, from: .draft6, holding: .schema)
    case .unevaluatedProperties, .unevaluatedItems:
      Description(.applicator, .unevaluated, from: .draft201909, holding: .schema)
    case .prefixItems: Description(.applicator, .applicator, from: .draft202012, holding: .list)
    case .items: Description(.applicator, .applicator, holding: .either)
    case .additionalItems:
      Description(.applicator, .applicator, through: .draft201909, holding: .schema)
    case .minContains, .maxContains: Description(.applicator, .validation, from: .draft201909)
    case .allOf, .anyOf, .oneOf: Description(.applicator, .applicator, holding: .list)
    case .if, .then, .else: Description(.applicator, .applicator, from: .draft7, holding: .schema)

    case .type, .enum, .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum,
      .maxLength, .minLength, .pattern, .maxItems, .minItems, .uniqueItems, .maxProperties,
      .minProperties, .required:
      Description(.assertion, .validation)
    case .const: Description(.assertion, .validation, from: .draft6)
    case .dependentRequired: Description(.assertion, .validation, from: .draft201909)

    case .format: Description(.annotation, [.annotation, .formatAssertion])
    case .contentEncoding, .contentMediaType: Description(.annotation, .annotation, from: .draft7)
    case .contentSchema:
      Description(.annotation, .annotation, from: .draft201909, holding: .schema)

    case .schema: Description(.identifier, .core)
    case .id: Description(.identifier, .core, from: .draft6)
    case .oldID: Description(.identifier, .core, through: .draft4)
    case .vocabulary, .anchor: Description(.identifier, .core, from: .draft201909)
    case .dynamicAnchor: Description(.identifier, .core, from: .draft202012)
    case .recursiveAnchor:
      Description(.identifier, .core, from: .draft201909, through: .draft201909)
    case .definitions: Description(.identifier, .core, holding: .map)
    case .defs: Description(.identifier, .core, from: .draft201909, holding: .map)
    case .ref: Description(.reference, .core)
    case .dynamicRef: Description(.reference, .core, from: .draft202012)
    case .recursiveRef:
      Description(.reference, .core, from: .draft201909, through: .draft201909)

    case .comment: Description(.note, .core, from: .draft7)
    case .title, .description, .default: Description(.note, .annotation)
    case .examples: Description(.note, .annotation, from: .draft6)
    case .readOnly, .writeOnly: Description(.note, .annotation, from: .draft7)
    case .deprecated: Description(.note, .annotation, from: .draft201909)

    // Those of OpenAPI 3.0, which is read as draft 4, and of all its versions.
    case .nullable: Description(.annotation, .annotation, through: .draft4)
    case .discriminator, .xml: Description(.annotation, .annotation)
    case .example, .externalDocs: Description(.note, .annotation)
    }
  }

  /// How the keyword holds schemas in a draft; nil where it holds none, or is not known.
  func shape(in draft: SchemaDraft) -> Shape? {
    let facts = facts
    guard facts.drafts.contains(draft) else { return nil }
    // A list of schemas for the first items got a name of its own.
    return self == .items && draft == .draft202012 ? .schema : facts.shape
  }

  /// Whether the keyword says nothing of values.
  var isNote: Bool { facts.kind == .note }
}

extension Dialect {
  /// Whether a keyword means anything here.
  func knows(_ keyword: Keyword) -> Bool {
    if keyword == .nullable { return knowsNullable }
    let facts = keyword.facts
    return facts.drafts.contains(draft) && !facts.vocabulary.isDisjoint(with: vocabularies)
  }
}
