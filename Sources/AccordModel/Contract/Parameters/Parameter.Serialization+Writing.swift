package import AccordSchema

extension Parameter.Serialization {
  /// A value as its scalars are written: a list and an object that are empty are not defined (RFC
  /// 6570 section 2.3).
  private enum Parts {
    case scalar(String)
    case list([String])
    case object([(name: String, value: String)])

    init(_ value: JSON, _ written: (String) -> String) {
      switch value {
      case .array(let items): self = .list(items.map { written($0.wireText) })
      case .object(let members):
        self = .object(members.map { (written($0.key), written($0.value.wireText)) })
      case .null, .boolean, .number, .string: self = .scalar(written(value.wireText))
      }
    }

    /// All texts in order, names before their values.
    var texts: [String] {
      switch self {
      case .scalar(let text): [text]
      case .list(let items): items
      case .object(let members): members.flatMap { [$0.name, $0.value] }
      }
    }

    var isUndefined: Bool {
      if case .scalar = self { false } else { texts.isEmpty }
    }
  }

  /// The value of a variable of the path; nothing for a list or an object that is empty.
  package func pathText(of name: String, _ value: JSON) -> String {
    let parts = Parts(value) {
      PercentEncoding.encode($0, allowing: allowsReserved ? .path : .none)
    }
    guard !parts.isUndefined else { return "" }
    switch style {
    case .label: return "." + joined(parts, by: explodes ? "." : ",")
    case .matrix: return matrix(PercentEncoding.encode(name), parts)
    default: return joined(parts, by: ",")
    }
  }

  /// The value of a header field, which is not percent-encoded.
  package func fieldText(_ value: JSON) -> String { joined(Parts(value) { $0 }, by: ",") }

  /// Names and values of a query, a form or a cookie, percent-encoded, each `name=value`; none for a
  /// list or an object that is empty.
  package func pairs(of name: String, _ value: JSON) -> [String] {
    let allowed: PercentEncoding.Reserved = allowsReserved ? .query : .none
    let parts = Parts(value) { PercentEncoding.encode($0, allowing: allowed) }
    let name = PercentEncoding.encode(name)
    guard !parts.isUndefined else { return [] }
    switch (style, parts) {
    case (.deepObject, .object(let members)):
      return members.map { "\(name)%5B\($0.name)%5D=\($0.value)" }
    case (.spaceDelimited, .list), (.spaceDelimited, .object):
      return ["\(name)=\(parts.texts.joined(separator: "%20"))"]
    case (.pipeDelimited, .list), (.pipeDelimited, .object):
      return ["\(name)=\(parts.texts.joined(separator: "%7C"))"]
    case (_, .list(let items)) where explodes: return items.map { "\(name)=\($0)" }
    case (_, .object(let members)) where explodes:
      return members.map { "\($0.name)=\($0.value)" }
    default: return ["\(name)=\(parts.texts.joined(separator: ","))"]
    }
  }

  private func joined(_ parts: Parts, by separator: String) -> String {
    guard explodes, case .object(let members) = parts else {
      return parts.texts.joined(separator: separator)
    }
    return members.map { "\($0.name)=\($0.value)" }.joined(separator: separator)
  }

  private func matrix(_ name: String, _ parts: Parts) -> String {
    switch parts {
    case .scalar(""): ";\(name)"
    case .list(let items) where explodes: items.map { ";\(name)=\($0)" }.joined()
    case .object(let members) where explodes: members.map { ";\($0.name)=\($0.value)" }.joined()
    default: ";\(name)=\(parts.texts.joined(separator: ","))"
    }
  }
}
