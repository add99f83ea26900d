/// A draft of JSON Schema.
public enum SchemaDraft: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Draft 4 (January 2013).
  case draft4
  /// Draft 6 (April 2017).
  case draft6
  /// Draft 7 (November 2017).
  case draft7
  /// Draft 2019-09.
  case draft201909
  /// Draft 2020-12.
  case draft202012

  /// The URI of the draft's meta-schema, without an empty fragment.
  public var metaSchemaURI: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft201909: "https://json-schema.org/draft/2019-09/schema"
    case .draft202012: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// The name as people say it: `draft 7`, `draft 2020-12`.
  public var name: String {
    switch self {
    case .draft4: "draft 4"
    case .draft6: "draft 6"
    case .draft7: "draft 7"
    case .draft201909: "draft 2019-09"
    case .draft202012: "draft 2020-12"
    }
  }

  /// Orders drafts by their age, the oldest first.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The draft whose meta-schema has a URI.
  ///
  /// The URI may have the other one of the schemes `http` and `https`, and may be that of the draft's
  /// hyper-schema, which says more of links only. Draft 5 is draft 4 with another name. The dialects
  /// of OpenAPI are 2020-12 with notes of their own (OpenAPI 3.1.1, section 4.8.24.1).
  init?(metaSchema uri: String) {
    let canonical = Self.canonical(uri)
    guard let draft = Self.allCases.first(where: { $0.metaSchemaURI == canonical }) else {
      return nil
    }
    self = draft
  }

  /// The URI as the draft itself writes it, where it is one of its meta-schemas.
  static func canonical(_ uri: String) -> String {
    var reference = URIReference(URIReference.withoutFragment(uri))
    if reference.authority == "spec.openapis.org", reference.path.hasPrefix("/oas/3."),
      reference.path.contains("/dialect/")
    {
      return Self.draft202012.metaSchemaURI
    }
    guard reference.authority == "json-schema.org" else { return uri }
    let isNew = reference.path.utf8.starts(with: "/draft/".utf8)
    reference.scheme = isNew ? "https" : "http"
    if reference.path.hasSuffix("/hyper-schema") {
      reference.path = String(reference.path.dropLast("hyper-schema".count)) + "schema"
    }
    if reference.path == "/draft-05/schema" { reference.path = "/draft-04/schema" }
    return reference.text
  }

  /// The keyword that gives a schema its URI.
  var identifierKeyword: String {
    self == .draft4 ? "id" : "$id"
  }

  /// Whether the keywords beside `$ref` are ignored (draft 7 core, section 8.3).
  var ignoresSiblingsOfReference: Bool {
    self <= .draft7
  }
}
