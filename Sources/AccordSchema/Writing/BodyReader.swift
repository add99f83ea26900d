/// Reads XML as the JSON value that means the same, guided by a schema.
package struct BodyReader: Sendable {
  /// The value of an element.
  ///
  /// `xsi:nil` becomes `null`, items become an array, numbers and booleans get their type, and
  /// DataContract's entries become an object. What the schema does not name is left out, as a
  /// reader that goes by namespaces leaves it out. A text that is not of the type wanted stays a
  /// string, so that a validator can refuse it.
  package static func value(of element: XMLElement, as schema: Schema) -> JSON {
    if element.isNil { return .null }
    let schema = branch(for: element, of: schema).withMergedMembers
    let children = element.childElements
    let types = (schema.content.types ?? .all).subtracting(.null)
    if children.isEmpty, types.isSubset(of: [.object, .array]),
      !LexicalForm.isBlank(element.text)
    {
      return .string(element.text)
    }
    if types == .array { return list(children, schema.content) }
    if types == .object || !children.isEmpty && !schema.content.members.isEmpty {
      return schema.content.xml.entries
        ? entries(children, schema.content.additionalProperties ?? .any)
        : object(element, children, schema)
    }
    guard children.isEmpty else {
      return schema.content.items == nil ? untyped(element) : list(children, schema.content)
    }
    return scalar(element.text, schema.content)
  }

  /// Of alternatives, the one whose elements are there; `null` is not one of them.
  private static func branch(for element: XMLElement, of schema: Schema) -> Schema {
    var schema = schema
    for _ in 0..<64 {
      let branches = schema.content.anyOf + schema.content.oneOf
      let candidates = branches.filter { $0.content.types != .null }
      guard let first = candidates.first else { return schema }
      schema =
        candidates.first { candidate in
          guard let validator = try? SchemaValidator(candidate) else { return false }
          var evaluation = XMLEvaluation(validator.program, on: element.document)
          return evaluation.evaluate(validator.program.root, at: element.index)
        } ?? first
    }
    return schema
  }

  private static func list(_ children: [XMLElement], _ content: Schema.Content) -> JSON {
    .array(
      children.enumerated().map { number, child in
        let schema =
          number < content.prefixItems.count ? content.prefixItems[number] : content.items
        return value(of: child, as: schema ?? .any)
      }
    )
  }

  private static func object(
    _ element: XMLElement,
    _ children: [XMLElement],
    _ schema: Schema
  ) -> JSON {
    var members: [JSONMember] = []
    for member in schema.content.members where member.xml.attribute {
      let name = XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
      guard let text = element[attribute: name] else { continue }
      members.append(JSONMember(member.name, scalar(text, member.schema)))
    }
    for child in children {
      guard let member = schema.member(of: child.name) else { continue }
      if member.schema.isBareList {
        let place = members.firstIndex { $0.key == member.name }
        let items = place.flatMap { members[$0].value.elements } ?? []
        let prefix = member.schema.content.prefixItems
        let isPrefix = items.count < prefix.count
        let schema = isPrefix ? prefix[items.count] : member.schema.content.items
        let item = value(of: child, as: schema ?? .any)
        if let place {
          members[place].value = .array(items + [item])
        } else {
          members.append(JSONMember(member.name, [item]))
        }
      } else if !members.contains(where: { $0.key == member.name }) {
        members.append(JSONMember(member.name, value(of: child, as: member.schema)))
      }
    }
    // A list without an element of its own is not seen when it has no items.
    for member in schema.content.members where member.isRequired && member.schema.canBeUnseen {
      if !members.contains(where: { $0.key == member.name }) {
        members.append(JSONMember(member.name, []))
      }
    }
    return .object(members)
  }

  private static func entries(_ children: [XMLElement], _ values: Schema) -> JSON {
    func name(_ local: String) -> XMLName {
      XMLName(namespace: Schema.arraysNamespace, local: local)
    }
    return .object(
      children.compactMap { entry in
        guard let key = entry[name("Key")], let element = entry[name("Value")] else { return nil }
        return JSONMember(key.text, value(of: element, as: values))
      }
    )
  }

  /// The value of an attribute: of alternatives, the one that admits it.
  private static func scalar(_ text: String, _ schema: Schema) -> JSON {
    let branches = schema.content.anyOf + schema.content.oneOf
    let values = branches.filter { $0.content.types != .null }.map { (scalar(text, $0), $0) }
    let admitted = values.first { value, branch in
      (try? SchemaValidator(branch))?.admits(value) ?? false
    }
    return admitted?.0 ?? scalar(text, schema.content)
  }

  /// The value of a text: of listed values, the one that it spells.
  private static func scalar(_ text: String, _ content: Schema.Content) -> JSON {
    let types = (content.types ?? .all).subtracting(.null)
    let listed = (content.constant.map { [$0] } ?? []) + (content.enumeration ?? [])
    let values = XMLReading.readings(of: text, types).compactMap(\.scalar)
    return values.first(where: listed.contains) ?? scalar(text, types)
  }

  /// The value of a text, of the narrowest type that it can be read as.
  private static func scalar(_ text: String, _ types: Schema.Types) -> JSON {
    guard types != .string, types != Schema.Types.all.subtracting(.null) else {
      return .string(text)
    }
    let collapsed = LexicalForm.collapsed(text)
    if types.contains(.boolean), let value = LexicalForm.xsBoolean(collapsed) {
      return .boolean(value)
    }
    if types.contains(.number), let number = LexicalForm.xsNumber(collapsed) {
      return .number(number)
    }
    if types.contains(.integer), let number = LexicalForm.xsInteger(collapsed) {
      return .number(number)
    }
    return .string(text)
  }

  /// An element that no schema speaks of: its elements by their local names, or its text.
  private static func untyped(_ element: XMLElement) -> JSON {
    if element.isNil { return .null }
    let children = element.childElements
    guard !children.isEmpty else { return .string(element.text) }
    return .object(children.map { JSONMember($0.name.local, untyped($0)) })
  }
}

extension Schema {
  /// Whether a list without an element of its own may have no items.
  fileprivate var canBeUnseen: Bool {
    isBareList && content.minItems ?? 0 == 0 && content.contains == nil
  }

  /// The member that an element of this expanded name holds.
  fileprivate func member(of name: XMLName) -> Member? {
    content.members.first { member in
      !member.xml.attribute && !member.xml.absent && member.xmlName.isIdentical(to: name.local)
        && xmlNamespace(of: member) == name.namespace
    }
  }
}
