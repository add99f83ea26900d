/// A syntax of bodies that a team brings: how its bytes are read and written.
///
/// A format that names it is read with places, held to its schema, and written by cases and by the
/// mock like any other:
///
/// ```swift
/// struct Properties: BodySyntax {
///   let name = "properties"
///
///   func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue {
///     var members: [LexicalMember] = []
///     var start = 0
///     for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
///       defer { start += line.count + 1 }
///       guard !line.isEmpty else { continue }
///       guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else {
///         throw BodySyntaxError("a name, = and a value", found: "no =", atByte: start)
///       }
///       let value = String(decoding: line[(sign + 1)...], as: UTF8.self)
///       members.append(
///         LexicalMember(
///           name: String(decoding: line[..<sign], as: UTF8.self),
///           value: .text(value, atByte: start + line.distance(from: line.startIndex, to: sign) + 1)
///         )
///       )
///     }
///     return .map(members, atByte: 0)
///   }
///
///   func write(_ value: JSON, as schema: Schema) throws -> [UInt8] {
///     let members = value.members ?? []
///     return Array(members.map { "\($0.key)=\($0.value.string ?? "\($0.value)")\n" }.joined().utf8)
///   }
/// }
/// ```
///
/// Two syntaxes of one name are the same.
public protocol BodySyntax: Sendable {
  /// What the syntax is called, such as `YAML`; reports name it so.
  var name: String { get }

  /// The value of the bytes of a body, with the place of each of its parts.
  ///
  /// The bytes are what a server sent, so that they may be anything; there is at least one. A text
  /// (``LexicalValue/text(_:atByte:)``) takes its type from the schema, as in a form; a scalar that has
  /// a type is a ``LexicalValue/value(_:atByte:)``. Throws what is wrong with them and where.
  func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue

  /// The bytes of a value, which follows the schema; `Schema/any` where nothing is known of it.
  ///
  /// Throws what the syntax cannot express; the case fails with that reason.
  func write(_ value: JSON, as schema: Schema) throws -> [UInt8]
}

/// Why bytes are not of a ``BodySyntax``, and where.
public struct BodySyntaxError: Error, Sendable, Hashable {
  /// What must stand there, as the end of "expected …".
  public var expected: String

  /// What stands there, as the end of "found …"; `nil` where there is nothing to say of it.
  public var found: String?

  /// The offset of the first byte that is wrong, counted from zero.
  public var byte: Int

  /// Creates an error.
  public init(_ expected: String, found: String? = nil, atByte byte: Int) {
    self.expected = expected
    self.found = found
    self.byte = byte
  }

  /// What was expected and what was found, apart.
  package var mismatch: SyntaxMismatch { SyntaxMismatch(expected, found: found) }
}
