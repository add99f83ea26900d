@testable import AccordSchema

/// Finds the element or attribute that stands for a place of the JSON twin.
struct TwinPlaces {
  let schema: Schema
  let value: JSON
  let root: XMLElement

  /// The path of what stands for a place; of what has no element of its own, that of the element
  /// around it.
  func path(of pointer: JSONPointer) -> String {
    var schema = self.schema
    var value = self.value
    var element = root
    var tokens = pointer.tokens[...]
    while let token = tokens.popFirst() {
      schema = schema.resolved(for: value).withMergedMembers
      if case .array(let items) = value, let number = Int(token), number < items.count {
        let children = element.childElements
        guard number < children.count else { break }
        element = children[number]
        schema = schema.item(number)
        value = items[number]
        continue
      }
      guard let inner = value[token] else { break }
      if schema.content.xml.entries {
        let entry = element.childElements.first { entry in
          entry.childElements.first?.text == token
        }
        guard let found = entry?.childElements.last else { break }
        (element, value, schema) = (found, inner, schema.content.additionalProperties ?? .any)
        continue
      }
      guard let member = schema.content.members.first(where: { $0.name == token }) else { break }
      let name = XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
      guard !member.xml.attribute else { return element.path + "/@" + name.local }
      let elements = element.childElements.filter { $0.name == name }
      if member.schema.isBareList, case .array(let items) = inner {
        guard let next = tokens.popFirst(), let number = Int(next), number < elements.count else {
          break
        }
        element = elements[number]
        schema = member.schema.resolved(for: inner).item(number)
        value = items[number]
        continue
      }
      guard let found = elements.first else { break }
      (element, value, schema) = (found, inner, member.schema)
    }
    return element.path
  }
}

extension Schema {
  fileprivate func item(_ number: Int) -> Schema {
    let prefix = content.prefixItems
    return (number < prefix.count ? prefix[number] : content.items) ?? .any
  }
}
