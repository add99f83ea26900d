import AccordModel
import AccordSchema

/// Reads the value of a parameter as it stands in a request: a text, or a list or an object of texts.
///
/// A delimiter that is percent-encoded is a part of a value (RFC 6570 section 1.2), but where the style
/// has no other way to write it.
struct ParameterReader: Sendable {
  private let parameter: Parameter
  private let serialization: Parameter.Serialization
  private let others: [String]

  /// `others` are the names of what else stands there: none of them is a member of an object whose
  /// members have any names.
  init(_ parameter: Parameter, in place: Parameter.Place, beside others: [String] = []) {
    self.parameter = parameter
    self.others = others
    serialization = parameter.serialization(in: place)
  }

  /// The value of a variable of the path, still percent-encoded.
  func value(inPath encoded: String) -> JSON {
    let decode = PercentEncoding.decode
    switch serialization.style {
    case .label:
      let text = encoded.hasPrefix(".") ? String(encoded.dropFirst()) : encoded
      guard parameter.isStructured else { return .string(decode(text)) }
      return structure(split(text, serialization.explodes ? "." : ","), decode)
    case .matrix: return matrix(encoded, decode)
    default:
      guard parameter.isStructured else { return .string(decode(encoded)) }
      return structure(split(encoded, ","), decode)
    }
  }

  /// The value of header fields, which are one list (RFC 9110 section 5.3).
  func value(inFields lines: [String]) -> JSON? {
    guard let first = lines.first else { return nil }
    guard parameter.isStructured else { return .string(first) }
    let items = lines.flatMap { split($0, ",") }.map(\.trimmed)
    return structure(items) { $0 }
  }

  /// The value in a query, a form or cookies.
  func value(in pairs: EncodedPairs) -> JSON? {
    let values = pairs.values(of: parameter.name)
    guard parameter.isStructured else { return values.first.map { .string(pairs.decoded($0)) } }
    switch serialization.style {
    case .deepObject: return deepObject(pairs)
    case .spaceDelimited, .pipeDelimited:
      let delimiter: Character = serialization.style == .spaceDelimited ? " " : "|"
      return values.first.map { structure(split(pairs.decoded($0), delimiter)) { $0 } }
    case _ where !serialization.explodes:
      return values.first.map { structure(split($0, ","), pairs.decoded) }
    case _ where parameter.isList:
      return values.isEmpty ? nil : .array(values.map { .string(pairs.decoded($0)) })
    default: return members(pairs)
    }
  }

  // MARK: - Structures

  private func split(_ text: String, _ delimiter: Character) -> [String] {
    text.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
  }

  /// A list of pieces, or an object of them: `name=value` each, or names and values in turn.
  private func structure(_ pieces: [String], _ decode: (String) -> String) -> JSON {
    if parameter.isList { return .array(pieces.map { .string(decode($0)) }) }
    guard !serialization.explodes else {
      return .object(pieces.map { Self.member($0, decode) })
    }
    let members = stride(from: 0, to: pieces.count, by: 2).map { index in
      let value = index + 1 < pieces.count ? pieces[index + 1] : ""
      return JSONMember(decode(pieces[index]), .string(decode(value)))
    }
    return .object(members)
  }

  private static func member(_ piece: String, _ decode: (String) -> String) -> JSONMember {
    let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    return JSONMember(decode(parts[0]), .string(parts.count > 1 ? decode(parts[1]) : ""))
  }

  private func matrix(_ encoded: String, _ decode: (String) -> String) -> JSON {
    let pairs = encoded.split(separator: ";").map { Self.member(String($0)) { $0 } }
    let own = pairs.filter { decode($0.key) == parameter.name }.compactMap(\.value.string)
    guard parameter.isStructured else { return .string(decode(own.first ?? "")) }
    guard serialization.explodes else { return structure(split(own.first ?? "", ","), decode) }
    if parameter.isList { return .array(own.map { .string(decode($0)) }) }
    return .object(
      pairs.map { JSONMember(decode($0.key), .string(decode($0.value.string ?? ""))) }
    )
  }

  private func deepObject(_ pairs: EncodedPairs) -> JSON? {
    let members = pairs.pairs.compactMap { pair -> JSONMember? in
      guard pair.name.hasPrefix(parameter.name + "["), pair.name.hasSuffix("]") else { return nil }
      let name = pair.name.dropFirst(parameter.name.count + 1).dropLast()
      return JSONMember(String(name), .string(pairs.decoded(pair.value)))
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// The members that an exploded object has as parameters of their own: those that the schema names,
  /// or all where it names none.
  private func members(_ pairs: EncodedPairs) -> JSON? {
    let names = parameter.schema.content.members.map(\.name)
    let members = pairs.pairs
      .filter { names.isEmpty ? !isOther($0.name) : names.contains($0.name) }
      .map { JSONMember($0.name, .string(pairs.decoded($0.value))) }
    return members.isEmpty ? nil : .object(members)
  }

  private func isOther(_ name: String) -> Bool {
    others.contains { name == $0 || name.hasPrefix($0 + "[") }
  }
}
