/// An element of an XML Schema document.
struct XSDNode: Sendable, Hashable {
  typealias Attribute = (name: String, value: String)

  var tag: String
  private var names: [String] = []
  private var values: [String] = []
  var children: [XSDNode]

  init(_ tag: String, _ attributes: [Attribute] = [], _ children: [XSDNode] = []) {
    self.tag = tag
    self.children = children
    for attribute in attributes { set(attribute.name, attribute.value) }
  }

  mutating func set(_ name: String, _ value: String) {
    names.append(name)
    values.append(value)
  }

  /// The element with bounds of its occurrence, where they are not once.
  func occurring(_ minimum: Int, _ maximum: Int?) -> XSDNode {
    var copy = self
    if minimum != 1 { copy.set("minOccurs", String(minimum)) }
    if maximum != 1 { copy.set("maxOccurs", maximum.map { String($0) } ?? "unbounded") }
    return copy
  }

  /// The element without bounds of its occurrence.
  var once: XSDNode {
    var copy = self
    copy.names = []
    copy.values = []
    for (name, value) in zip(names, values) where !name.hasSuffix("Occurs") {
      copy.set(name, value)
    }
    return copy
  }

  /// Appends the text of the element, indented by two spaces for each level.
  func write(to text: inout String, level: Int = 0) {
    let indent = String(repeating: " ", count: level * 2)
    text += indent + "<xs:" + tag
    for (name, value) in zip(names, values) {
      text += " " + name + "=\"" + XMLEscapes.attribute(value) + "\""
    }
    guard !children.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">\n"
    for child in children { child.write(to: &text, level: level + 1) }
    text += indent + "</xs:" + tag + ">\n"
  }
}
