/// What an exported XML Schema cannot say as the schema says it.
///
/// An export never drops a promise silently: each one that XML Schema 1.0 has no words for leaves a
/// note, which says in which direction the two differ.
public struct ExportNote: Sendable, Hashable {
  /// In which direction the export differs from the schema.
  public enum Effect: Sendable, Hashable, CaseIterable {
    /// The export admits documents that the schema refuses.
    case looser
    /// The export refuses documents that the schema admits.
    case stricter
  }

  /// Why the export differs.
  public enum Reason: Sendable, Hashable {
    /// A keyword that has no counterpart.
    case keyword(String)
    /// A pattern with a part that has no counterpart.
    case pattern(String, part: String)
    /// A format that is checked in part only, or not at all.
    case format(String)
    /// A limit that cannot be written as a value of the type.
    case limit(String)
    /// Alternatives that have one element name and different content.
    case alternatives(String)
    /// A value that may be of several kinds, such as an object or a string.
    case kinds
    /// Members of an `allOf`, which are declared as members of one type.
    case merged
    /// An undeclared element that has the local name of a declared one.
    case namesake
    /// Undeclared elements whose values have to conform to a schema.
    case undeclaredValues
    /// Undeclared elements of a namespace, where a wildcard would be ambiguous.
    case undeclaredElements(namespace: String?)
    /// Undeclared elements beside elements in any order.
    case undeclaredInAnyOrder
    /// How often elements occur that stand in any order and may be repeated.
    case occurrence
    /// The elements of a list whose name the schema leaves open.
    case itemNames
    /// Two members that have one element name.
    case sharedName(String)
    /// A global declaration that another one of its name is in the way of.
    case globalName(String)
    /// The entries of a dictionary, whose names may end in any type.
    case entryNames(String)
    /// The keys of a dictionary, which are unique.
    case entryKeys
    /// A schema without an element name.
    case rootName(String)
    /// White space in an element of which nothing may be inside.
    case emptyContent
    /// Attributes of an element that holds text.
    case attributesOfText
    /// `xsi:nil="false"` on an element that cannot be nil.
    case nilFalse
    /// The types that `xsi:type` may name.
    case typeNames
  }

  /// The JSON Pointer of the keyword in the schema.
  public let schemaLocation: String

  /// In which direction the export differs.
  public let effect: Effect

  /// Why it differs.
  public let reason: Reason
}
