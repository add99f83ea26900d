/// Finds the ways to many places of a tape; ascending places cost one walk over the document.
package struct JSONPlaces {
  private let tape: JSONTape
  /// The containers that hold the last place, the outermost first.
  private var steps: [Step] = []

  /// A container, and the child to which the walk came.
  private struct Step {
    let container: Int
    let isObject: Bool
    /// The entry of the child; of a member, its key.
    var child: Int
    var position = 0

    var value: Int { isObject ? child + 1 : child }
  }

  package init(_ tape: JSONTape) {
    self.tape = tape
  }

  /// The way from the root to the value at an index, or to the member whose key is there.
  package mutating func path(to index: Int) -> InstancePath {
    while let step = steps.last,
      index < step.child || index >= Int(tape.entries[step.container].next)
    {
      steps.removeLast()
    }
    if index > 0, steps.isEmpty { enter(0) }
    while let step = steps.last {
      let next = Int(tape.entries[step.value].next)
      if index >= next {
        steps[steps.count - 1].child = next
        steps[steps.count - 1].position += 1
      } else if index > step.value {
        enter(step.value)
      } else {
        break
      }
    }
    return InstancePath(steps.map(step))
  }

  private mutating func enter(_ container: Int) {
    let isObject = tape.entries[container].kind == .object
    steps.append(Step(container: container, isObject: isObject, child: container + 1))
  }

  private func step(_ step: Step) -> InstancePath.Step {
    step.isObject ? .member(tape.string(tape.entries[step.child])) : .item(step.position)
  }
}
