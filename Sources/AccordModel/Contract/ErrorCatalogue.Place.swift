public import AccordSchema

extension ErrorCatalogue {
  /// A place on the wire where an error shows which one it is.
  public enum Place: Sendable, Hashable {
    /// A member of the body that holds the name.
    case name(JSONPointer)
    /// A member of the body that holds the code as a number; `success` is the code of no error.
    case code(JSONPointer, success: Int)
    /// A header field that holds the name.
    case header(String)
    /// An element below the root of an XML body, by local names, that holds the name.
    case element([String])
    /// A member of any item of a list that holds the name, such as `code` in the items of `/errors`.
    case listedName(JSONPointer, member: String)
  }
}
