/// Writes the ways to elements and attributes in local names, such as `/Contacts/Contact[2]/Id` and
/// `/Contacts/@total`.
///
/// What was counted among siblings is remembered, so that many places cost one pass.
struct XMLPaths {
  private let tape: XMLTape
  /// The steps of elements whose siblings were counted.
  private var steps: [Int: InstancePath.Step] = [:]
  /// How often somebody asked for an element inside another.
  private var asked: [Int: Int] = [:]

  /// How often siblings are counted for one of them, before they are for all.
  private static let askedAlone = 4

  init(_ tape: XMLTape) {
    self.tape = tape
  }

  /// The way from the root to a place.
  mutating func path(to place: Int) -> InstancePath {
    guard !tape.isAttribute(place) else {
      let name = tape.string(tape.attributes[place - tape.entries.count].localName)
      return path(to: tape.owner(of: place)).appending(.attribute(name))
    }
    var steps: [InstancePath.Step] = []
    var index = place
    while index != tape.root {
      steps.append(step(to: index))
      index = Int(tape.entries[index].parent)
    }
    steps.append(.element(tape.string(tape.entries[index].localName)))
    return InstancePath(steps.reversed())
  }

  private mutating func step(to element: Int) -> InstancePath.Step {
    if let step = steps[element] { return step }
    let parent = Int(tape.entries[element].parent)
    asked[parent, default: 0] += 1
    guard asked[parent, default: 0] > Self.askedAlone else { return stepAlone(to: element) }
    let siblings = tape.children(of: Int(tape.entries[element].parent))
    let names = siblings.map { tape.name(of: tape.entries[$0]) }
    let counts = names.reduce(into: [XMLName: Int]()) { $0[$1, default: 0] += 1 }
    var reached: [XMLName: Int] = [:]
    for (sibling, name) in zip(siblings, names) {
      reached[name, default: 0] += 1
      let isRepeated = counts[name, default: 1] > 1
      steps[sibling] = .element(name.local, number: isRepeated ? reached[name] : nil)
    }
    return steps[element] ?? .element(tape.name(of: tape.entries[element]).local)
  }

  /// The step to one element, for which its siblings are only compared.
  private func stepAlone(to element: Int) -> InstancePath.Step {
    let entry = tape.entries[element]
    let name = tape.text[entry.localName]
    var number = 0
    var count = 0
    var next = tape.firstElement(in: Int(entry.parent))
    while let sibling = next {
      let other = tape.entries[sibling]
      if other.namespace == entry.namespace, tape.text[other.localName].elementsEqual(name) {
        count += 1
        if sibling == element { number = count }
      }
      next = tape.element(after: sibling)
    }
    return .element(tape.string(entry.localName), number: count > 1 ? number : nil)
  }
}

extension XMLTape {
  /// The element that has an attribute: the last one that begins before it.
  fileprivate func owner(of attribute: Int) -> Int {
    let start = attributes[attribute - entries.count].start
    var range = 0..<entries.count
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range = entries[middle].start < start ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
