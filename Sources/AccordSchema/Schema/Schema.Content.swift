extension Schema {
  /// The keywords of a schema, each absent (`nil` or empty) or with its value.
  ///
  /// The names are those of JSON Schema 2020-12; `properties` and `required` are held together as
  /// `members`, so that the order of declaration is kept.
  package struct Content: Sendable, Hashable {
    /// The schema `true` or `false`, when the schema is not an object.
    package var boolean: Bool?

    package var types: Types?
    package var constant: JSON?
    package var enumeration: [JSON]?

    package var minimum: JSONNumber?
    package var maximum: JSONNumber?
    package var exclusiveMinimum: JSONNumber?
    package var exclusiveMaximum: JSONNumber?
    package var multipleOf: JSONNumber?

    package var minLength: Int?
    package var maxLength: Int?
    package var pattern: String?
    package var format: String?
    /// The format itself, where it is one of a user's own.
    package var ownFormat: StringFormat?

    package var prefixItems: [Schema] = []
    package var items: Schema?
    package var contains: Schema?
    package var minContains: Int?
    package var maxContains: Int?
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems = false

    package var members: [Member] = []
    /// Names in `required` that are no member with a schema of its own.
    package var requiredNames: [String] = []
    package var patternProperties: [Entry] = []
    package var additionalProperties: Schema?
    package var propertyNames: Schema?
    package var minProperties: Int?
    package var maxProperties: Int?
    package var dependentRequired: [Dependency] = []
    package var dependentSchemas: [Entry] = []

    package var unevaluatedItems: Schema?
    package var unevaluatedProperties: Schema?

    package var allOf: [Schema] = []
    package var anyOf: [Schema] = []
    package var oneOf: [Schema] = []
    package var not: Schema?
    package var condition: Schema?
    package var consequence: Schema?
    package var alternative: Schema?

    package var contentEncoding: String?
    package var contentMediaType: String?
    package var contentSchema: Schema?

    package var comment: String?
    package var title: String?
    package var description: String?
    package var examples: [JSON] = []
    package var defaultValue: JSON?
    package var isDeprecated = false
    package var isReadOnly = false
    package var isWriteOnly = false

    package var xml = XMLFacet()

    /// How the keywords are read where that is not as 2020-12 has it.
    package var reading = Reading()

    package init() {}
  }

  /// A schema under a name: a member of `patternProperties` or `dependentSchemas`.
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var schema: Schema

    package init(name: String, schema: Schema) {
      self.name = name
      self.schema = schema
    }
  }

  /// A member of `dependentRequired`: where `name` is present, `needs` are too.
  package struct Dependency: Sendable, Hashable {
    package var name: String
    package var needs: [String]
    /// The keyword that says so: `dependencies` in documents before 2019-09.
    package var keyword: String

    package init(name: String, needs: [String], keyword: String = "dependentRequired") {
      self.name = name
      self.needs = needs
      self.keyword = keyword
    }
  }
}
