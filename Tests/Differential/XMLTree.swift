import AccordSchema

/// An XML document that can be changed and written again.
struct XMLTree {
  struct Element {
    var name: XMLName
    var attributes: [(name: XMLName, value: String)]
    var children: [Node]

    /// The places of the elements among the children.
    var elements: [Int] { children.indices.filter { children[$0].element != nil } }
  }

  enum Node {
    case element(Element)
    case text(String)

    var element: Element? {
      if case .element(let element) = self { element } else { nil }
    }
  }

  var root: Element

  init(_ document: XMLDocument) {
    root = Self.element(document.root)
  }

  private static func element(_ element: XMLElement) -> Element {
    Element(
      name: element.name,
      attributes: element.attributes.map { ($0.name, $0.value) },
      children: element.children.compactMap { node in
        switch node {
        case .element(let child): .element(Self.element(child))
        case .text(let text): .text(text)
        default: nil
        }
      }
    )
  }

  var text: String {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + Self.text(root)
  }

  private static func text(_ element: Element) -> String {
    var text = "<" + element.name.local + " xmlns=\"\(element.name.namespace ?? "")\""
    for (number, attribute) in element.attributes.enumerated() {
      guard let namespace = attribute.name.namespace else {
        text += " \(attribute.name.local)=\"\(escaped(attribute.value))\""
        continue
      }
      text += " xmlns:p\(number)=\"\(namespace)\""
      text += " p\(number):\(attribute.name.local)=\"\(escaped(attribute.value))\""
    }
    text += ">"
    for child in element.children {
      switch child {
      case .element(let child): text += Self.text(child)
      case .text(let content): text += escaped(content)
      }
    }
    return text + "</\(element.name.local)>"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\r": "&#xD;"
      default: String(scalar)
      }
    }.joined()
  }

  // MARK: - Changes

  private static let texts = [
    "", " ", "abc", "1", "-5", "+3", "1.5", "1e2", ".5", "true", "1 ", " 7 ", "INF", "NaN", "New",
    "new", "AB1", "2024-02-30", "2024-02-29", "2024-02-29T12:30:00", "2024-02-29T12:30:00+02:00",
    "2024-02-29T24:00:00Z", "12:30:00", "P1Y", "P1Y2MT3S", "PT1.5S", "QWNj ZA==", "QWNj=", "x@y",
    "1.2.3.4", "256.1.1.1", "urn:x", "//x", "3f2504e04f8941d39a0c0305e82c3301", "a,b",
    "12345678901",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "8640000000000001", "fixed", "two", "123-4567",
  ]

  static let xsi = "http://www.w3.org/2001/XMLSchema-instance"
  private static let namespaces: [String?] = [nil, "urn:a", "urn:b", "urn:other"]

  /// Changes one thing in one element.
  mutating func change(_ dice: inout Dice) {
    var count = 0
    Self.visit(&root) { _ in count += 1 }
    let target = dice.roll(count)
    var number = 0
    var copy = dice
    Self.visit(&root) { element in
      if number == target { Self.change(&element, &copy) }
      number += 1
    }
    dice = copy
  }

  private static func visit(_ element: inout Element, _ body: (inout Element) -> Void) {
    let places = element.elements
    body(&element)
    guard element.elements == places else { return }
    for place in places {
      guard var child = element.children[place].element else { continue }
      visit(&child, body)
      element.children[place] = .element(child)
    }
  }

  private static func change(_ element: inout Element, _ dice: inout Dice) {
    let elements = element.elements
    switch dice.roll(12) {
    case 0: element.name.local += "X"
    case 1: element.name.namespace = dice.pick(namespaces)
    case 2 where !elements.isEmpty: element.children.remove(at: dice.pick(elements))
    case 3 where !elements.isEmpty:
      let place = dice.pick(elements)
      element.children.insert(element.children[place], at: place)
    case 4 where elements.count > 1:
      element.children.swapAt(elements[0], elements[1 + dice.roll(elements.count - 1)])
    case 5:
      let added = Element(
        name: XMLName(namespace: dice.pick(namespaces), local: dice.pick(["Other", "Id", "Name"])),
        attributes: [],
        children: [.text("x")]
      )
      element.children.insert(.element(added), at: dice.roll(element.children.count + 1))
    case 6:
      let name = XMLName(namespace: dice.pick(namespaces), local: dice.pick(["other", "Id"]))
      if !element.attributes.contains(where: { $0.name == name }) {
        element.attributes.append((name, "1"))
      }
    case 7:
      element.attributes.removeAll { $0.name.namespace == xsi }
      let spelling = dice.pick(["true", "true", "1", "false", "yes"])
      element.attributes.append((XMLName(namespace: xsi, local: "nil"), spelling))
      if spelling == "true", dice.once(in: 2) { element.children = [] }
    case 8 where !element.attributes.isEmpty:
      element.attributes.remove(at: dice.roll(element.attributes.count))
    case 9 where !elements.isEmpty:
      element.children.insert(.text(dice.pick(["stray", "\n  "])), at: 0)
    default:
      if elements.isEmpty { element.children = [.text(dice.pick(texts))] }
    }
  }
}
