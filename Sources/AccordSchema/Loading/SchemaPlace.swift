/// A place in one of the documents that a schema consists of.
struct SchemaPlace: Hashable, Sendable {
  /// The number of the document.
  var document: Int
  /// The JSON Pointer from the document's root.
  var pointer: String

  func inside(_ rest: String) -> Self {
    Self(document: document, pointer: pointer + rest)
  }

  // Names in pointers are compared byte by byte; Swift's equality would also join names that are
  // canonically equivalent.
  static func == (left: Self, right: Self) -> Bool {
    left.document == right.document && left.pointer.isIdentical(to: right.pointer)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(document)
    var text = pointer
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A schema that has a URI of its own (core, section 4.3.5), with the names inside it.
struct SchemaResource: Sendable {
  /// The URI without fragment.
  let uri: String
  let root: SchemaPlace
  let value: JSON
  let dialect: Dialect
  /// The resource of which this is a part that has another dialect, and no URI of its own.
  var whole: Int?
  /// The places that `$anchor` and `$dynamicAnchor` name, or `$id` with a fragment before 2019-09.
  var anchors: [String: SchemaPlace] = [:]
  var dynamicAnchors: [String: SchemaPlace] = [:]
  /// Whether `$recursiveAnchor` is true (2019-09 core, section 8.2.4.2.2).
  var isRecursiveAnchor = false
}

/// A schema at its place, and the resource to which it belongs.
struct PlacedSchema: Sendable {
  let value: JSON
  let resource: Int
}
