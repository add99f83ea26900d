/// Says whether an element conforms, as far as the plan of the program goes.
///
/// It works on the bytes of the document and makes no value of them; most documents conform and
/// are never looked at in another way.
///
/// Its buffers are lent for the one call of ``admits(_:_:at:isNamed:)`` in which it lives: no check
/// leaves the closure that it is made in.
struct XMLQuickCheck {
  let nodes: UnsafeBufferPointer<XMLPlan.Node>
  let members: UnsafeBufferPointer<XMLPlan.Member>
  private let texts: UnsafeBufferPointer<XMLTextPlan>
  private let names: UnsafeBufferPointer<UInt8>
  let entries: UnsafeBufferPointer<XMLTapeEntry>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The namespace of the plan for each one of the document; -1 where the plan has none.
  private let namespaces: UnsafeBufferPointer<Int32>
  /// The evaluation that asks, of which a copy is made where one is needed.
  private let origin: UnsafePointer<XMLEvaluation>
  private var evaluation: XMLEvaluation?
  private var depth = 0

  /// Beyond this many levels the evaluation, which has a limit of its own, takes over.
  private static let depthLimit = 400

  /// The verdict; nil where it needs a closer look.
  ///
  /// What is spent of the bounds of the evaluation is spent for good.
  static func admits(
    _ evaluation: inout XMLEvaluation,
    _ index: Program.Index? = nil,
    at place: Int,
    isNamed: Bool = false
  ) -> Bool? {
    let index = index ?? evaluation.program.root
    return checking(&evaluation) { $0.admits(index, at: place, isNamed: isNamed) }
  }

  /// The elements inside one that do not conform, where all others and what is around them do; nil where
  /// that is not easily told.
  static func failures(_ evaluation: inout XMLEvaluation, at place: Int) -> [Failure]? {
    var failures: [Failure] = []
    let root = evaluation.program.root
    let isFound = checking(&evaluation) { $0.findFailures(root, at: place, &failures) }
    return isFound && !evaluation.isExhausted ? failures : nil
  }

  /// Looks at a document by the plan of its program.
  private static func checking<Result>(
    _ evaluation: inout XMLEvaluation,
    _ look: (inout Self) -> Result
  ) -> Result {
    let program = evaluation.program
    let namespaces = Self.namespaces(of: evaluation.tape, in: program.plan)
    var asked: XMLEvaluation?
    defer {
      if let asked {
        evaluation.applications = asked.applications
        evaluation.work = asked.work
        evaluation.adopt(asked.exhaustion)
      }
    }
    let copy = evaluation
    return withUnsafePointer(to: copy) { origin in
      program.plan.nodes.withUnsafeBufferPointer { nodes in
        program.plan.members.withUnsafeBufferPointer { members in
          program.plan.texts.withUnsafeBufferPointer { texts in
            program.plan.names.withUnsafeBufferPointer { names in
              copy.tape.entries.withUnsafeBufferPointer { entries in
                copy.tape.text.withUnsafeBufferPointer { bytes in
                  namespaces.withUnsafeBufferPointer { namespaces in
                    var check = Self(
                      nodes: nodes,
                      members: members,
                      texts: texts,
                      names: names,
                      entries: entries,
                      bytes: bytes,
                      namespaces: namespaces,
                      origin: origin
                    )
                    let result = look(&check)
                    asked = check.evaluation
                    return result
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The namespaces where neither the document nor the plan has any but the reserved ones.
  private static let none: [Int32] = [0, -1, -1]

  private static func namespaces(of tape: XMLTape, in plan: XMLPlan) -> [Int32] {
    if tape.namespaces.count == none.count, plan.namespaces.count == 1 { return none }
    return tape.namespaces.enumerated().map { number, name in
      guard number > 0 else { return 0 }
      let index = plan.namespaces.dropFirst().firstIndex { $0.isIdentical(to: name) }
      return Int32(truncatingIfNeeded: index ?? -1)
    }
  }

  /// The verdict on one element; its name is not looked at where it is known.
  mutating func admits(_ index: Program.Index, at place: Int, isNamed: Bool) -> Bool? {
    assert(nodes.indices.contains(index) && entries.indices.contains(place))
    let kind = nodes[index].kind
    guard kind != .general, depth < Self.depthLimit, entries[place].attributeCount == 0 else {
      return admitsInGeneral(index, at: place, isNamed: isNamed)
    }
    if !isNamed, let name = nodes[index].name, !hasName(name, place) { return false }
    switch kind {
    case .text:
      return admitsText(index, at: place)
        ?? admitsInGeneral(index, at: place, isNamed: isNamed)
    case .object, .list:
      depth += 1
      defer { depth -= 1 }
      return kind == .object
        ? walkObject(index, at: place, unclear: nil) { check, schema, child in
          check.admits(schema, at: child, isNamed: true)
        }
        : walkList(index, at: place, unclear: nil) { check, item, child in
          check.admits(item, at: child, isNamed: false)
        }
    case .any:
      return true
    case .general:
      return nil
    }
  }

  /// The verdict of the evaluation of one element.
  private mutating func admitsInGeneral(
    _ index: Program.Index,
    at place: Int,
    isNamed: Bool
  ) -> Bool? {
    guard depth < Self.depthLimit else { return nil }
    if evaluation == nil {
      evaluation = origin.pointee
      evaluation?.collects = false
    }
    return evaluation?.evaluate(index, at: place, naming: isNamed ? .known : .stated)
  }

  private func admitsText(_ index: Program.Index, at place: Int) -> Bool? {
    guard entries[place].next == place + 1, !entries[place].needsDecoding else { return nil }
    assert(entries[place].content.upperBound <= bytes.count, "a text outside the document")
    assert(texts.indices.contains(nodes[index].text))
    let text = UnsafeBufferPointer(rebasing: bytes[entries[place].content])
    return texts[nodes[index].text].admits(text)
  }

  // MARK: - Names

  /// The member that an element holds.
  func member(_ place: Int, _ first: Int, _ count: Int, from expected: Int) -> Int? {
    let range = entries[place].localName
    let (start, length) = (range.lowerBound, Int32(truncatingIfNeeded: range.count))
    let namespace = namespaces[Int(entries[place].namespace)]
    var member = expected < count ? expected : 0
    for _ in 0..<count {
      let name = members[first + member].name
      if name.length == length, name.namespace == namespace, isSame(name, start) { return member }
      member = member + 1 < count ? member + 1 : 0
    }
    return nil
  }

  /// Whether an element has the local name of a member, whatever its namespace.
  func hasNamesake(_ place: Int, _ first: Int, _ count: Int) -> Bool {
    let range = entries[place].localName
    return (first..<first + count).contains { member in
      members[member].name.length == range.count && isSame(members[member].name, range.lowerBound)
    }
  }

  func hasName(_ name: XMLPlan.Name, _ place: Int) -> Bool {
    let range = entries[place].localName
    return name.length == range.count && isSame(name, range.lowerBound)
      && name.namespace == namespaces[Int(entries[place].namespace)]
  }

  @inline(__always)
  private func isSame(_ name: XMLPlan.Name, _ start: Int) -> Bool {
    let (from, length) = (Int(name.start), Int(name.length))
    assert(from + length <= names.count && start + length <= bytes.count)
    for offset in 0..<length where names[from &+ offset] != bytes[start &+ offset] { return false }
    return true
  }

  // MARK: - White space

  /// Whether the text that is kept with an element is white space.
  func isBlank(_ place: Int) -> Bool {
    !entries[place].holdsText || isBlank(entries[place].content)
  }

  /// Whether a node that is no element has no text but white space.
  func isBlankEntry(_ place: Int) -> Bool {
    switch entries[place].kind {
    case .text, .section: isBlank(entries[place].content)
    default: true
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where !XMLCharacters.isWhiteSpace(bytes[index]) { return false }
    return true
  }
}
