extension XMLSchemaWriter {
  /// The type of a list with an element of its own.
  mutating func listType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType.Form {
    let content = schema.content
    noteItems(content, at: location)
    let least = content.minItems ?? 0
    let most = content.maxItems
    if let most, most < least { return .simple(.never) }
    var number = 0
    var particles: [XSDNode] = []
    let items = content.prefixItems.isEmpty ? content.items : nil
    if items?.content.boolean == false {
      guard least == 0 else { return .simple(.never) }
      number = file(for: nil)
      note(.stricter, .emptyContent, at: location)
    } else if let items, let name = items.xmlItemName {
      number = file(for: name.namespace)
      let type = elementType(of: items, at: location + "/items", hint: name.local)
      particles = [particle(name, type, in: number, least, most)]
    } else if let items, let (keyword, named) = namedAlternatives(of: items, at: location) {
      number = file(for: named[0].name.namespace)
      let branches = keyword == "anyOf" ? items.content.anyOf : items.content.oneOf
      var choice = XSDNode("choice").occurring(least, most)
      for (index, name) in named {
        let location = location + "/items/\(keyword)/\(index)"
        let type = elementType(of: branches[index], at: location, hint: name.local)
        choice.children.append(particle(name, type, in: number, 1, 1))
      }
      particles = [choice]
    } else {
      if items != nil || !content.prefixItems.isEmpty {
        note(.looser, .itemNames, at: location + "/items")
      }
      number = file(for: nil)
      particles = [Self.wildcard("##any").occurring(least, most)]
    }
    let name = unique(hint + "List", in: number)
    let children = [XSDNode("sequence", [], particles), Self.anyAttribute("##any")]
    files[number].declarations.append(XSDNode("complexType", [("name", name)], children))
    return .named(file: number, name)
  }

  /// Notes what is said of items that XML Schema has no words for.
  mutating func noteItems(_ content: Schema.Content, at location: String) {
    let keywords = [
      ("prefixItems", !content.prefixItems.isEmpty), ("contains", content.contains != nil),
      ("uniqueItems", content.uniqueItems),
      ("unevaluatedItems", content.unevaluatedItems != nil), ("const", content.constant != nil),
      ("enum", content.enumeration != nil),
    ]
    for (keyword, isThere) in keywords where isThere {
      note(.looser, .keyword(keyword), at: location + "/" + keyword)
    }
  }

  /// The type of a dictionary as DataContract writes it: entries with a key and a value.
  mutating func entriesType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType.Form {
    let number = file(for: Schema.arraysNamespace)
    let values = schema.content.additionalProperties ?? .any
    let place = location + "/additionalProperties"
    note(.looser, .entryKeys, at: location)
    let entry = "KeyValueOfstring" + (values.xmlItemName?.local ?? "anyType")
    note(.stricter, .entryNames(entry), at: place)
    let key = element("Key", ElementType(form: .simple(.builtin("xs:string"))), in: number)
    let type = elementType(of: values, at: place, hint: "Value")
    let value = element("Value", type, in: number)
    let parts = XSDNode("complexType", [], [XSDNode("sequence", [], [key, value])])
    let node = XSDNode("element", [("name", entry)], [parts]).occurring(0, nil)
    let name = unique(hint + "Entries", in: number)
    let children = [XSDNode("sequence", [], [node]), Self.anyAttribute("##any")]
    files[number].declarations.append(XSDNode("complexType", [("name", name)], children))
    return .named(file: number, name)
  }
}
