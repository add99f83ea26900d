/// What a schema resource may say: its draft and the vocabularies that its meta-schema gives it.
struct Dialect: Sendable, Hashable {
  var draft: SchemaDraft
  var vocabularies: Vocabularies
  /// Whether `nullable` adds `null` to the types, as in OpenAPI 3.0 (section 4.7.24).
  var knowsNullable = false

  /// The dialect of a draft's own meta-schema.
  init(_ draft: SchemaDraft) {
    self.draft = draft
    vocabularies = .usual
  }

  init(_ draft: SchemaDraft, _ vocabularies: Vocabularies) {
    self.draft = draft
    self.vocabularies = vocabularies
  }

  func speaks(_ vocabulary: Vocabularies) -> Bool {
    vocabularies.contains(vocabulary)
  }
}

/// The vocabularies of drafts 2019-09 and 2020-12 (core, section 8.1.2); earlier drafts have all.
struct Vocabularies: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let core = Self(rawValue: 1)
  static let applicator = Self(rawValue: 2)
  static let unevaluated = Self(rawValue: 4)
  static let validation = Self(rawValue: 8)
  static let annotation = Self(rawValue: 16)
  static let formatAssertion = Self(rawValue: 32)

  static let usual: Self = [.core, .applicator, .unevaluated, .validation, .annotation]

  /// The vocabulary of a URI; nil if it is not one of JSON Schema's own.
  ///
  /// The vocabulary `format` of 2019-09 asserts where it is demanded, and is an annotation where it
  /// is only allowed (validation, section 7.2).
  init?(uri: String, isRequired: Bool) {
    switch uri {
    case "https://json-schema.org/draft/2020-12/vocab/core",
      "https://json-schema.org/draft/2019-09/vocab/core":
      self = .core
    case "https://json-schema.org/draft/2020-12/vocab/applicator":
      self = .applicator
    case "https://json-schema.org/draft/2019-09/vocab/applicator":
      self = [.applicator, .unevaluated]
    case "https://json-schema.org/draft/2020-12/vocab/unevaluated":
      self = .unevaluated
    case "https://json-schema.org/draft/2020-12/vocab/validation",
      "https://json-schema.org/draft/2019-09/vocab/validation":
      self = .validation
    case "https://json-schema.org/draft/2020-12/vocab/format-assertion":
      self = .formatAssertion
    case "https://json-schema.org/draft/2019-09/vocab/format":
      self = isRequired ? .formatAssertion : .annotation
    case "https://json-schema.org/draft/2020-12/vocab/format-annotation",
      "https://json-schema.org/draft/2020-12/vocab/meta-data",
      "https://json-schema.org/draft/2020-12/vocab/content",
      "https://json-schema.org/draft/2019-09/vocab/meta-data",
      "https://json-schema.org/draft/2019-09/vocab/content":
      self = .annotation
    default:
      return nil
    }
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

extension SchemaDocument {
  /// The dialect of the document where it does not name its meta-schema.
  var dialect: Dialect {
    var dialect = Dialect(draft)
    dialect.knowsNullable = DocumentKind.openAPIVersion(of: root)?.hasNullable == true
    return dialect
  }

  /// The meta-schema that the schema which is meant names, with the place of its name: a place that
  /// is selected is the root of what is read, except in OpenAPI before 3.1.
  var meantMetaSchema: (uri: String, location: String)? {
    get throws(SchemaError) {
      if let place = selected, let uri = try meant["$schema"]?.string {
        return (uri, place.pointer + "/$schema")
      }
      return statedMetaSchema.map { ($0, "/$schema") }
    }
  }

  /// The place that the fragment selects by a pointer, if a dialect may be named there.
  var selected: SchemaPlace? {
    guard let text = try? PercentEscapes.decoded(fragment), !text.isEmpty,
      let pointer = JSONPointer(parsing: text),
      DocumentKind.openAPIVersion(of: root)?.namesDialects != false
    else { return nil }
    return SchemaPlace(document: 0, pointer: pointer.description)
  }

  /// The meta-schema that the document names; what an OpenAPI document names is a schema for such
  /// documents.
  var statedMetaSchema: String? {
    DocumentKind(root).isOfOtherFormat ? nil : root["$schema"]?.string
  }
}

extension SchemaRegistry {
  /// The dialect of the schemas in an OpenAPI document (OpenAPI 3.0, section 4.7.24; 3.1, section
  /// 4.8.24.5): that of `jsonSchemaDialect`, else that of the version.
  func dialect(
    of version: DocumentKind.OpenAPIVersion,
    at location: String
  ) throws(SchemaError) -> Dialect {
    if let uri = version.dialect {
      return try dialect(ofMetaSchema: uri, at: location + "/jsonSchemaDialect")
    }
    var dialect = Dialect(version.draft)
    dialect.knowsNullable = version.hasNullable
    return dialect
  }

  /// The dialect that a meta-schema defines (core, section 8.1.2).
  func dialect(
    ofMetaSchema uri: String,
    at location: String,
    depth: Int = 0
  ) throws(SchemaError) -> Dialect {
    let uri = URIReference.withoutFragment(uri)
    if let draft = SchemaDraft(metaSchema: uri) { return Dialect(draft) }
    // A meta-schema has a meta-schema, which may be itself.
    guard let document = document(at: uri) else {
      throw SchemaError(.unknownMetaSchema(uri), at: location)
    }
    guard depth < 8 else { throw SchemaError(.endlessMetaSchemas(uri), at: location) }
    var dialect = Dialect(.draft202012)
    if let above = document["$schema"]?.string, URIReference.withoutFragment(above) != uri {
      dialect = try self.dialect(ofMetaSchema: above, at: location, depth: depth + 1)
    }
    guard dialect.draft >= .draft201909, let listed = document["$vocabulary"]?.members else {
      return dialect
    }
    dialect.vocabularies = .core
    for member in listed {
      let isRequired = member.value == true
      if let vocabulary = Vocabularies(uri: member.key, isRequired: isRequired) {
        dialect.vocabularies.formUnion(vocabulary)
      } else if isRequired {
        throw SchemaError(.unknownVocabulary(member.key, of: uri), at: location)
      }
    }
    return dialect
  }
}
