package import AccordSchema

/// Why a description cannot be read at all.
package struct DescriptionFailure: Error, Sendable, Hashable {
  /// The file, as it was given.
  package var file: String
  /// Where in the file; nil where it is about the whole of it.
  package var position: SourcePosition?
  /// The evidence.
  package var reason: Reason

  /// What can be wrong.
  package enum Reason: Sendable, Hashable {
    /// The file cannot be read.
    case unreadable
    /// It is a folder.
    case folder
    /// It is larger than is read.
    case tooLarge(limit: Int)
    /// It is no JSON.
    case json(JSONSyntaxError)
    /// It is no YAML that has a value.
    case yaml(YAMLFailure)
    /// The outermost value is no object.
    case notAnObject(JSONKind)
    /// No member says what the document is.
    case unknownFormat
    /// A version that is not known, and the member that states it.
    case unknownVersion(String, member: String)
    /// A version that is a number, not a text.
    case versionIsNoText(String, member: String)
  }
}
