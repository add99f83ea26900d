/// Places: the index of an entry, or that of an attribute counted on from the last entry.
extension XMLTape {
  func isAttribute(_ place: Int) -> Bool {
    place >= entries.count
  }

  /// The places of the attributes of an element.
  func attributePlaces(of element: Int) -> [Int] {
    guard !isAttribute(element) else { return [] }
    let first = entries.count + Int(entries[element].attributes)
    return Array(first..<first + Int(entries[element].attributeCount))
  }

  /// The name of the attribute at a place.
  func attributeName(_ place: Int) -> XMLName {
    name(of: attributes[place - entries.count])
  }

  /// The first element directly inside an element.
  func firstElement(in element: Int) -> Int? {
    guard !isAttribute(element) else { return nil }
    return firstElement(from: element + 1, to: Int(entries[element].next))
  }

  /// The next element beside an element.
  func element(after element: Int) -> Int? {
    guard element != root else { return nil }
    let end = Int(entries[Int(entries[element].parent)].next)
    return firstElement(from: Int(entries[element].next), to: end)
  }

  private func firstElement(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if entries[index].kind == .element { return index }
      index = Int(entries[index].next)
    }
    return nil
  }

  /// Whether an element has character data other than white space directly inside it.
  func hasText(_ element: Int) -> Bool {
    !isAttribute(element) && !LexicalForm.isBlank(text(in: element))
  }

  /// The value of `xsi:nil` as it is spelled (XML Schema part 1, section 2.6.2).
  func nilSpelling(of element: Int) -> String? { instanceAttribute("nil", of: element) }

  /// The value of `xsi:type` as it is spelled (XML Schema part 1, section 2.6.1).
  func typeSpelling(of element: Int) -> String? { instanceAttribute("type", of: element) }

  private func instanceAttribute(_ local: String, of element: Int) -> String? {
    let entry = entries[element]
    guard entry.attributeCount > 0 else { return nil }
    let first = Int(entry.attributes)
    for attribute in attributes[first..<first + Int(entry.attributeCount)]
    where attribute.namespace != 0 {
      let name = self.name(of: attribute)
      if name.local == local, name.namespace == XMLEvaluation.xsiNamespace {
        return value(of: attribute)
      }
    }
    return nil
  }

  /// Whether an element is nil.
  func isNil(_ place: Int) -> Bool {
    guard !isAttribute(place), let spelling = nilSpelling(of: place) else { return false }
    return LexicalForm.xsBoolean(LexicalForm.collapsed(spelling)) == true
  }
}
