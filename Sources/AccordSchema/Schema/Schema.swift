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
public struct Schema: Sendable, Hashable {
  private var box: Box

  /// The storage is a reference because a schema holds schemas; it is never changed in place.
  private final class Box: Sendable {
    let content: Content
    let compiled = Mutex(CompiledForms())

    init(_ content: Content) {
      self.content = content
    }
  }

  package init(_ content: Content) {
    box = Box(content)
  }

  package var content: Content {
    get { box.content }
    set { box = Box(newValue) }
  }

  /// The schema as it is evaluated: compiled when it is first asked for, and kept with the value.
  func compiled(limits: ValidationLimits) throws(SchemaError) -> CompiledForm {
    try box.compiled.withLock { $0.form(of: self, limits: limits) }.get()
  }

  /// Says whether two schemas have the same keywords with the same values.
  public static func == (left: Self, right: Self) -> Bool {
    left.box === right.box || left.box.content == right.box.content
  }

  /// Feeds the keywords of the schema to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(box.content)
  }

  /// Returns a copy with changed keywords.
  package func with(_ change: (inout Content) -> Void) -> Self {
    var content = self.content
    change(&content)
    return Self(content)
  }

  /// The schema with keywords beside those that it has.
  func adding(_ change: (inout Content) -> Void) -> Self {
    with(change)
  }

  /// Whether the schema itself says something already.
  func states(_ what: (Content) -> Bool) -> Bool {
    what(content)
  }
}
