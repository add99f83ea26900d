/// Writes the ways to elements and attributes in local names, such as `/Contacts/Contact[2]/Id` and
/// `/Contacts/@total`.
///
/// What was counted among siblings is remembered, so that many places cost one pass.
struct XMLPaths {
  private let tape: XMLTape
  /// The steps of elements whose siblings were counted.
  private var steps: [Int: InstancePath.Step] = [:]

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
