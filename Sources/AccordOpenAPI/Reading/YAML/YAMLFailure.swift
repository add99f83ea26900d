package import AccordSchema

/// Why a text of YAML has no value, and where.
package struct YAMLFailure: Error, Sendable, Hashable {
  /// The evidence.
  package var reason: Reason
  /// Where it stands.
  package var position: SourcePosition

  /// What can be wrong.
  package enum Reason: Sendable, Hashable {
    /// No reader of YAML is built in.
    case notBuilt
    /// There is no document.
    case empty
    /// The bytes of a character are not UTF-8.
    case notUTF8
    /// The text is not YAML, in the words of the parser.
    case syntax(String, context: String?)
    /// A character that no text of YAML has.
    case character(UInt32)
    /// A second document begins.
    case severalDocuments
    /// A name stands twice in one mapping.
    case duplicateKey(String, first: SourcePosition)
    /// The key of a mapping is a mapping or a sequence.
    case complexKey
    /// A tag of no meaning in JSON.
    case unknownTag(String)
    /// A value that does not fit its tag.
    case tag(String, value: String)
    /// An infinity, or a value that is no number.
    case noNumber(String)
    /// What is merged is no mapping.
    case merge
    /// An alias of nothing.
    case undefinedAlias
    /// An alias inside of what its anchor names.
    case recursiveAlias(String)
    /// A tab where a line is indented.
    case tab
    /// Collections stand too deep inside one another.
    case tooDeep(limit: Int)
    /// The text is larger than is read.
    case tooLarge(limit: Int)
    /// The values that aliases repeat are too many.
    case tooManyValues(limit: Int)
  }
}
