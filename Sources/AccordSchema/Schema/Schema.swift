import Synchronization

/// A JSON Schema (draft 2020-12) as a Swift value, with an XML facet.
///
/// The facet uses the terms of OpenAPI's `xml` object (name, namespace, attribute, wrapped) and
/// adds the order of elements, so that one schema holds for a JSON and for an XML body.
///
/// A schema is written with the vocabulary of leading dots:
///
/// ```swift
/// let contact: Schema = .object([
///   .required("id", .guid, "Identifier of the contact"),
///   .optional("name", .string.nullable),
/// ])
/// ```
///
/// Schemas make a graph: one that was loaded from a document and one that is ``recursive(_:_:)`` may
/// lead back to themselves. What looks into a schema sees the same keywords wherever it came from, and
/// must not follow them without end.
public struct Schema: Sendable, Hashable {
  private var box: Box

  /// What a schema is made of.
  enum Node: Sendable {
    /// Keywords with their values.
    case written(Content)
    /// A place in a document.
    case loaded(LoadedSchema)
    /// A schema that holds itself.
    case recursive(RecursiveSchema)
  }

  /// Keywords where they can be looked at in place.
  private final class Keywords: Sendable {
    let content: Content
    /// The places of the members among the elements of XML, once they were asked for.
    let ranks = Mutex<[Int]?>(nil)

    init(_ content: Content) { self.content = content }
  }

  /// The storage is a reference because a schema holds schemas; it is never changed in place.
  private final class Box: Sendable {
    /// The keywords of what is written; none of what is not.
    let written: Keywords?
    /// What is not written.
    let reference: Node?
    let compiled = Mutex(CompiledForms())
    /// The keywords of what is not written, once they were asked for.
    ///
    /// They hold other boxes, never this one, so that a graph that leads back to where it was is
    /// unfolded as far as somebody looks and goes with who looked.
    let unfolded = Mutex<Keywords?>(nil)
    /// The schema with the members of its parts among its own, once it was asked for.
    let merged = Mutex<Schema?>(nil)

    init(_ node: Node) {
      if case .written(let content) = node {
        (written, reference) = (Keywords(content), nil)
      } else {
        (written, reference) = (nil, node)
      }
    }

    /// Whether it is no written schema: asked often, and a node is large.
    var mayRecur: Bool { written == nil }

    var keywords: Keywords { written ?? unfoldedKeywords }

    var node: Node { reference ?? .written(keywords.content) }

    /// The keywords of what is not written.
    private var unfoldedKeywords: Keywords {
      unfolded.withLock { known in
        if let known { return known }
        let content =
          switch reference {
          case .loaded(let place): place.content
          case .recursive(let schema): schema.content
          case .written(let content): content
          case nil: Content()
          }
        let keywords = Keywords(content)
        known = keywords
        return keywords
      }
    }
  }

  package init(_ content: Content) {
    box = Box(.written(content))
  }

  init(_ node: Node) {
    box = Box(node)
  }

  /// The keywords; those of the schemas inside are read when they are asked for.
  ///
  /// Whoever looks at one of them gets it without a copy of all: a copy counts up dozens of references.
  package var content: Content {
    // One place from which it is read: of two the compiler would make a copy.
    _read { yield box.keywords.content }
    set { box = Box(.written(newValue)) }
  }

  /// What the schema is made of, for those that must not look through it.
  var node: Node { box.node }

  /// Whether the schema may lead back to itself.
  ///
  /// One that is written holds others, and what it holds ends where these do.
  package var mayRecur: Bool { box.mayRecur }

  /// Which value it is, among those that are alive.
  var value: ObjectIdentifier { ObjectIdentifier(box) }

  /// The schema as it is evaluated: compiled when it is first asked for, and kept with the value.
  func compiled(limits: ValidationLimits) throws(SchemaError) -> CompiledForm {
    try box.compiled.withLock { $0.form(of: self, limits: limits) }.get()
  }

  /// Says whether two schemas have the same keywords with the same values.
  ///
  /// One that was loaded is equal to that of the same place in an equal document.
  public static func == (left: Self, right: Self) -> Bool {
    if left.box === right.box { return true }
    if !left.mayRecur, !right.mayRecur { return left.content == right.content }
    return switch (left.node, right.node) {
    case (.loaded(let left), .loaded(let right)): left == right
    case (.recursive(let left), .recursive(let right)): left == right
    default: false
    }
  }

  /// Feeds the keywords of the schema to the hasher.
  public func hash(into hasher: inout Hasher) {
    switch box.reference {
    case .written, nil: hasher.combine(content)
    case .loaded(let place): hasher.combine(place)
    case .recursive(let schema): hasher.combine(schema)
    }
  }

  /// The place of each member among the elements, by the order that the schema states.
  package var xmlRanks: [Int] {
    let keywords = box.keywords
    return keywords.ranks.withLock { known in
      if let known { return known }
      let ranks = keywords.content.xmlRanks
      known = ranks
      return ranks
    }
  }

  /// What `merge` makes of the schema; it is made once.
  func merged(_ merge: () -> Schema) -> Schema {
    if let known = box.merged.withLock({ $0 }) { return known }
    let merged = merge()
    box.merged.withLock { $0 = merged }
    return merged
  }

  /// Returns a copy with changed keywords.
  package func with(_ change: (inout Content) -> Void) -> Self {
    var content = self.content
    change(&content)
    return Self(content)
  }

  /// The schema with keywords beside those that it has.
  func adding(_ change: (inout Content) -> Void) -> Self {
    guard case .recursive = node else { return with(change) }
    // What holds itself is not looked into while it is being written.
    return .any.with { content in
      content.allOf = [self]
      change(&content)
    }
  }

  /// Whether the schema itself says something already.
  func states(_ what: (Content) -> Bool) -> Bool {
    guard case .recursive = node else { return what(content) }
    return false
  }
}
