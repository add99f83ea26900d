/// Writes one value as an XML document with DataContract's conventions.
struct XMLBodyWriter {
  private static let depthLimit = 512

  private let root: XMLName
  private let makesUpNames: Bool
  /// The namespaces other than the root's, in the order in which they were met.
  private var namespaces: [String] = []

  init(root: XMLName, makesUpNames: Bool = false) {
    self.root = root
    self.makesUpNames = makesUpNames
  }

  mutating func document(
    _ value: JSON,
    _ schema: Schema,
    declaration: Bool
  ) throws(BodyWritingError) -> [UInt8] {
    var attributes = ""
    let content = try content(of: value, schema, &attributes, at: .root)
    var start = declaration ? #"<?xml version="1.0" encoding="utf-8"?>"# : ""
    start += "<" + root.local
    start += " xmlns:i=\"" + XMLEvaluation.xsiNamespace + "\""
    if let namespace = root.namespace {
      start += " xmlns=\"" + XMLEscapes.attribute(namespace) + "\""
    }
    for (number, namespace) in namespaces.enumerated() {
      start += " xmlns:d\(number + 1)=\"" + XMLEscapes.attribute(namespace) + "\""
    }
    start += attributes
    let document = content.isEmpty ? start + "/>" : start + ">" + content + "</" + root.local + ">"
    return Array(document.utf8)
  }

  /// The name as it is written: a prefix unless it is in the root's namespace.
  private mutating func tag(_ name: XMLName) -> String {
    guard let namespace = name.namespace, namespace != root.namespace else { return name.local }
    if let number = namespaces.firstIndex(of: namespace) {
      return "d\(number + 1):" + name.local
    }
    namespaces.append(namespace)
    return "d\(namespaces.count):" + name.local
  }

  private mutating func element(
    _ name: XMLName,
    _ value: JSON,
    _ schema: Schema,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    var tag = tag(name)
    if name.namespace == nil, root.namespace != nil {
      // Without a prefix the element would be in the root's namespace.
      tag += " xmlns=\"\""
    }
    let end = tag.split(separator: " ").first.map(String.init) ?? tag
    var attributes = ""
    let content = try content(of: value, schema, &attributes, at: pointer)
    let start = "<" + tag + attributes
    return content.isEmpty ? start + "/>" : start + ">" + content + "</" + end + ">"
  }

  /// The content of the element that holds a value; attributes are added to those of its start tag.
  private mutating func content(
    of value: JSON,
    _ schema: Schema,
    _ attributes: inout String,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    guard pointer.tokens.count < Self.depthLimit else {
      throw BodyWritingError(.tooDeep(limit: Self.depthLimit), at: pointer)
    }
    let schema = schema.resolved(for: value)
    switch value {
    case .null:
      attributes += " i:nil=\"true\""
      return ""
    case .array(let items):
      return try list(items, schema, named: nil, at: pointer)
    case .object(let members) where schema.content.xml.entries:
      return try entries(members, schema, at: pointer)
    case .object(let members):
      return try object(members, schema, &attributes, at: pointer)
    default:
      return try Self.escaped(text: schema.xmlText(of: value), at: pointer)
    }
  }

  private mutating func object(
    _ members: [JSONMember],
    _ schema: Schema,
    _ attributes: inout String,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    var schema = schema.withMergedMembers
    if makesUpNames { schema = schema.declaring(members) }
    let declared = schema.content.members
    let ranks = schema.xmlRanks
    var parts: [(rank: Int, text: String)] = []
    for member in members {
      let pointer = pointer.appending(member.key)
      guard let place = declared.firstIndex(where: { $0.name.isIdentical(to: member.key) }) else {
        throw BodyWritingError(.undeclaredMember(member.key), at: pointer)
      }
      let declaration = declared[place]
      let name = XMLName(
        namespace: schema.xmlNamespace(of: declaration),
        local: declaration.xmlName
      )
      if declaration.xml.absent { continue }
      if declaration.xml.attribute {
        let text = declaration.schema.resolved(for: member.value).xmlText(of: member.value)
        attributes += " " + tag(name) + "=\"" + XMLEscapes.attribute(text) + "\""
      } else if declaration.schema.isBareList, case .array(let items) = member.value {
        let text = try list(items, declaration.schema, named: name, at: pointer)
        parts.append((ranks[place], text))
      } else {
        let text = try element(name, member.value, declaration.schema, at: pointer)
        parts.append((ranks[place], text))
      }
    }
    return parts.sorted { $0.rank < $1.rank }.map(\.text).joined()
  }

  private mutating func list(
    _ items: [JSON],
    _ schema: Schema,
    named given: XMLName?,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    var text = ""
    for (number, item) in items.enumerated() {
      let pointer = pointer.appending(number)
      let content = schema.content
      let itemSchema =
        number < content.prefixItems.count ? content.prefixItems[number] : content.items ?? .any
      let made = makesUpNames ? XMLName(namespace: nil, local: "item") : nil
      guard let name = given ?? itemSchema.writtenItemName(for: item) ?? made else {
        throw BodyWritingError(.noElementName, at: pointer)
      }
      text += try element(name, item, itemSchema, at: pointer)
    }
    return text
  }

  /// A dictionary: entries with a key and a value, all in DataContract's namespace of lists.
  private mutating func entries(
    _ members: [JSONMember],
    _ schema: Schema,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    let values = schema.content.additionalProperties ?? .any
    func name(_ local: String) -> XMLName {
      XMLName(namespace: Schema.arraysNamespace, local: local)
    }
    var text = ""
    for member in members {
      let pointer = pointer.appending(member.key)
      let type = values.writtenItemName(for: member.value)?.local ?? "anyType"
      let entry = tag(name("KeyValueOfstring" + type))
      text += "<" + entry + ">"
      text += try element(name("Key"), .string(member.key), .string, at: pointer)
      text += try element(name("Value"), member.value, values, at: pointer)
      text += "</" + entry + ">"
    }
    return text
  }
}

extension Schema {
  /// The schema with members of any value for those names that it does not declare and XML can have.
  fileprivate func declaring(_ members: [JSONMember]) -> Schema {
    let missing = members.map(\.key).filter { key in
      XMLCharacters.isNCName(key) && !content.members.contains { $0.name.isIdentical(to: key) }
    }
    guard !missing.isEmpty else { return self }
    return with { $0.members += missing.map { Member.optional($0, .any) } }
  }
}

// MARK: - Escaping

extension XMLBodyWriter {
  private static func escaped(
    text: String,
    at pointer: JSONPointer
  ) throws(BodyWritingError) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#xD;"
      default:
        guard XMLCharacters.isCharacter(scalar.value) else {
          let code = String(scalar.value, radix: 16, uppercase: true)
          let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
          throw BodyWritingError(.notXML("U+" + padded), at: pointer)
        }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
