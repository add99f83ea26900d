extension LifeCycle {
  /// The shortest way from a state to one that is meant, by the first of its transitions that are
  /// declared; `nil` where there is none, and empty where the state is meant itself.
  package func way(from start: State, to isMeant: (State) -> Bool) -> [Transition]? {
    var open: [(state: State, way: [Transition])] = [(start, [])]
    var known: Set<State> = [start]
    while !open.isEmpty {
      let (state, way) = open.removeFirst()
      if isMeant(state) { return way }
      for transition in transitions where transition.from.contains(state) {
        guard known.insert(transition.to).inserted else { continue }
        open.append((transition.to, way + [transition]))
      }
    }
    return nil
  }

  /// The states that can be reached, in the order declared, each with the shortest way there.
  package var ways: [(state: State, way: [Transition])] {
    states.compactMap { state in way(from: initial) { $0 == state }.map { (state, $0) } }
  }
}
