public import AccordSchema

/// Why a HAR file, or an entry of it, cannot be read.
public struct HARProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The file is not JSON.
    case notJSON(String)
    /// A member that has to be there is missing.
    case missing(String)
    /// A member is of another type than HAR 1.2 has it.
    case wrongType(expected: String, found: String)
    /// A text is not Base64.
    case notBase64
    /// The address of a request cannot be taken apart.
    case address(String)
    /// A text cannot be written in the charset that its media type names.
    case charset(String)
    /// There are more entries than are read.
    case tooMany(limit: Int)
  }

  /// What is wrong.
  public var kind: Kind

  /// The file, as it was named.
  public var file: String

  /// Where in the document, such as `/log/entries/3/request/url`.
  public var pointer: String

  /// The place in the file's text; `nil` where it is the file itself.
  public var position: SourcePosition?

  /// Where it is, as people read it.
  public var place: String {
    guard let position else { return file }
    return "\(file), \(position)"
  }

  /// What was expected, what was found, where, and what to do.
  public var description: String {
    let at = pointer.isEmpty ? place : "\(place), \(pointer)"
    return "\(at): \(sentence)"
  }

  private var sentence: String {
    switch kind {
    case .notJSON(let reason):
      return "It is not JSON: \(reason). Give a file that a browser or a proxy saved as HAR."
    case .missing(let name):
      return "The member \(name) is missing, which HAR 1.2 requires."
    case .wrongType(let expected, let found):
      return "Expected \(expected), found \(found)."
    case .notBase64:
      return "Expected Base64 (RFC 4648 section 4), as encoding says, found something else."
    case .address(let text):
      return "Expected an absolute http or https address, found \"\(text)\"."
    case .charset(let name):
      return "The text holds characters that the charset \(name) of its media type does not have."
    case .tooMany(let limit):
      return "There are more than \(limit) entries. Divide the file, and check its parts."
    }
  }
}
