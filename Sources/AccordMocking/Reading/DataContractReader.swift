package import AccordSchema

/// Reads XML as .NET's DataContractSerializer does.
///
/// Elements are expected in order: base members first, then members without an order of their own
/// in ordinal alphabetical order, then the others. An element that comes too late, is unknown or is
/// in another namespace is skipped without a word, and its member keeps its default. Attributes and lists
/// without an element of their own, which DataContract does not have, are read as the schema says.
struct DataContractReader: Sendable {
  /// The value of a root element, which must have the name that the schema states.
  func value(of root: XMLElement, as schema: Schema) throws(BodyDecoder.Failure) -> JSON {
    let expected = XMLName(namespace: schema.content.xml.namespace, local: schema.xmlName ?? "")
    if schema.xmlName != nil, root.name != expected {
      throw BodyDecoder.Failure(
        reason: "Expecting element '\(expected)'. Encountered '\(root.name)'."
      )
    }
    return value(root, schema)
  }

  private func value(_ element: XMLElement, _ schema: Schema) -> JSON {
    let schema = schema.withoutNull
    if element.isNil { return .null }
    let types = TextValue.types(of: schema)
    let isText = element.childElements.isEmpty && !element.text.trimmed.isEmpty
    // What has no elements is neither an object nor a list, and is left to the schema to refuse.
    if isText, !types.isDisjoint(with: [.object, .array]) { return .string(element.text) }
    if types.contains(.object) {
      return schema.content.xml.entries ? entries(element, schema) : object(element, schema)
    }
    if types.contains(.array) {
      let items = schema.content.items ?? .any
      return .array(element.childElements.map { value($0, items) })
    }
    return scalar(element.text, types)
  }

  private func object(_ element: XMLElement, _ schema: Schema) -> JSON {
    let expected = schema.elementOrder
    var position = 0
    var members = attributes(element, schema)
    for child in element.childElements {
      // Looking only ahead is what makes an element that comes too late disappear.
      let isOrdered = schema.content.xml.order != .any
      let start = isOrdered ? position : 0
      guard
        let index = expected[start...].firstIndex(where: { member in
          child.name
            == XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
        })
      else { continue }
      let member = expected[index]
      guard let item = member.schema.bareItem else {
        position = index + 1
        members.append(JSONMember(member.name, value(child, member.schema)))
        continue
      }
      // The next item of a list that has no element of its own may follow.
      position = index
      members.append(value(child, item), toListOf: member.name)
    }
    for member in expected where member.isRequired && member.schema.bareItem != nil {
      if !members.contains(where: { $0.key == member.name }) {
        members.append(JSONMember(member.name, []))
      }
    }
    return .object(members)
  }

  /// The members that are attributes.
  private func attributes(_ element: XMLElement, _ schema: Schema) -> [JSONMember] {
    schema.content.members.filter(\.xml.attribute).compactMap { member in
      let name = XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
      return element[attribute: name].map { text in
        JSONMember(member.name, scalar(text, TextValue.types(of: member.schema.withoutNull)))
      }
    }
  }

  /// The entries of a dictionary: each item holds a key and a value, in any namespace.
  private func entries(_ element: XMLElement, _ schema: Schema) -> JSON {
    let values = schema.content.additionalProperties ?? .string
    return .object(
      element.childElements.compactMap { entry in
        guard let key = entry.childElements.first(where: { $0.name.local == "Key" }),
          let item = entry.childElements.first(where: { $0.name.local == "Value" })
        else { return nil }
        return JSONMember(key.text, value(item, values))
      }
    )
  }

  private func scalar(_ text: String, _ types: Schema.Types) -> JSON {
    let compact = text.trimmed
    if types.contains(.boolean) {
      switch compact {
      case "true", "1": return .boolean(true)
      case "false", "0": return .boolean(false)
      default: break
      }
    }
    if !types.isDisjoint(with: [.integer, .number]), let number = JSONNumber(compact) {
      return .number(number)
    }
    return .string(types.isDisjoint(with: [.boolean, .integer, .number]) ? text : compact)
  }
}

extension [JSONMember] {
  /// Adds an item to the list that a member holds, or begins it.
  fileprivate mutating func append(_ item: JSON, toListOf name: String) {
    if let index = firstIndex(where: { $0.key == name }) {
      self[index].value = .array((self[index].value.elements ?? []) + [item])
    } else {
      append(JSONMember(name, [item]))
    }
  }
}

extension Schema {
  /// What an item is of a list that has no element of its own; `nil` of everything else.
  fileprivate var bareItem: Schema? {
    let isBare = content.types?.contains(.array) == true && !content.xml.wrapped
    return isBare ? content.items ?? .any : nil
  }

  /// The schema itself, or the only branch besides `null` of a union.
  package var withoutNull: Schema {
    let branches = content.anyOf.filter { !$0.isNull }
    return branches.count == 1 && content.anyOf.count > 1 ? branches[0] : self
  }

  /// The members that stand in XML as elements, in the order in which they are expected.
  var elementOrder: [Member] {
    zip(content.members, xmlRanks).filter { !$0.0.xml.absent && !$0.0.xml.attribute }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }
}
