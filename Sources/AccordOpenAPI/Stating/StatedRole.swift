public import AccordModel

/// A kind of caller that a document does not tell from others: what it calls, and what it may not.
///
/// ```swift
/// let stated = try imported.stating(roles: [
///   StatedRole("reader", calls: ["*"], mayNot: [.init("addBook", .status(.forbidden))]),
///   StatedRole("librarian", calls: ["addBook", "removeBook"]),
/// ])
/// ```
///
/// Its credential is that of a security scheme of the document, and its environment variables are named after
/// it: the token of the role `reader` of the suite `library` is in `LIBRARY_READER`.
public struct StatedRole: Sendable, Hashable {
  /// The name.
  public var name: String

  /// The security scheme by which it proves who it is; `nil` is the only one of the document.
  public var scheme: String?

  /// The names of the operations that are called as this role, in which an asterisk stands for any text.
  ///
  /// Of two roles that call one, the last counts.
  public var calls: [String]

  /// The operations that refuse it.
  public var refused: [Refused]

  /// Where it is stated.
  public var source: SourceLine

  /// Operations that refuse a role.
  public struct Refused: Sendable, Hashable {
    /// Their names, in which `*` stands for any text.
    public var operations: String
    /// What a call gets.
    public var refusal: Refusal

    /// Operations that refuse a role, and what a call gets.
    public init(_ operations: String, _ refusal: Refusal) {
      self.operations = operations
      self.refusal = refusal
    }
  }

  /// Creates a role.
  public init(
    _ name: String,
    scheme: String? = nil,
    calls: [String] = [],
    mayNot refused: [Refused] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.name = name
    self.scheme = scheme
    self.calls = calls
    self.refused = refused
    source = SourceLine(fileID: fileID, line: line)
  }
}

extension ImportedSuite {
  /// The same with roles that the document does not tell apart.
  ///
  /// - Throws: ``UnmatchedSetting`` for the first name that nothing has.
  public func stating(roles: [StatedRole]) throws(UnmatchedSetting) -> ImportedSuite {
    var caller = RoleStatement(imported: self)
    for role in roles { try caller.add(role) }
    return replacing(caller.finished())
  }
}
