@testable import AccordSchema

/// Finds the element or attribute that stands for a place of the JSON twin.
struct TwinPlaces {
  let schema: Schema
  let value: JSON
  let root: XMLElement

  /// The path of what stands for a place; of what has no element of its own, that of the element
  /// around it.
  func path(of pointer: JSONPointer) -> String { place(of: pointer).path }

  /// What stands for a place of the twin.
  struct Place {
    var element: XMLElement
    /// The schema of the value, as far as the way to it is known.
    var schema: Schema
    var value: JSON = .null
    var attribute: String?
    /// The items of a list without an element of its own.
    var bareItems: [XMLElement]?

    var path: String { element.path + (attribute.map { "/@" + $0 } ?? "") }

    /// The elements of a list.
    var items: [XMLElement] { bareItems ?? element.childElements }
  }

  /// What stands for a place, or the closest around it that has an element.
  func place(of pointer: JSONPointer) -> Place {
    var value = self.value
    var place = Place(element: root, schema: schema)
    var tokens = pointer.tokens[...]
    while let token = tokens.popFirst() {
      let schema = place.schema.resolved(for: value).withMergedMembers
      if case .array(let items) = value, let number = Int(token), number < items.count {
        let children = place.items
        guard number < children.count else { break }
        place = Place(element: children[number], schema: schema.item(number))
        value = items[number]
        continue
      }
      guard let inner = value[token] else { break }
      if schema.content.xml.entries {
        let entry = place.element.childElements.first { entry in
          entry.childElements.first?.text == token
        }
        guard let found = entry?.childElements.last else { break }
        place = Place(element: found, schema: schema.content.additionalProperties ?? .any)
        value = inner
        continue
      }
      guard let member = schema.content.members.first(where: { $0.name == token }) else { break }
      let name = XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
      guard !member.xml.attribute else {
        place.attribute = name.local
        break
      }
      let elements = place.element.childElements.filter { $0.name == name }
      if member.schema.isBareList, case .array = inner {
        // The element is that around the items.
        place = Place(element: place.element, schema: member.schema, bareItems: elements)
      } else {
        guard let found = elements.first else { break }
        place = Place(element: found, schema: member.schema)
      }
      value = inner
    }
    place.value = value
    return place
  }
}

extension Schema {
  fileprivate func item(_ number: Int) -> Schema {
    let prefix = content.prefixItems
    return (number < prefix.count ? prefix[number] : content.items) ?? .any
  }
}
