import AccordModel
import HTTPTypes

/// Ranks cases by what only they put to the test, so that scarce live data go where they tell most.
///
/// The next case is always the one that adds the most to what those before it show; of several that add
/// as much it is the first of the plan.
struct CaseRanking {
  /// Something that a case shows: a promise of a contract, or a way to ask for it.
  private enum Subject: Hashable {
    case promise(Contract.ID, Clause.ID)
    case way(Contract.ID, method: String, Case.Call)
  }

  /// The cases' places in the plan, in the order of their rank.
  private(set) var order: [Int] = []

  /// How many of the first put something to the test that none before them does.
  private(set) var telling = 0

  /// Ranks the cases at some places of a plan, of which the cases at other places are run anyway.
  init(_ places: [Int], of cases: [Case], besides others: [Int]) {
    guard !places.isEmpty else { return }
    var shown: Set<Subject> = []
    for place in others { shown.formUnion(Self.subjects(of: cases[place])) }
    // What a case adds becomes less and never more: an entry that is out of date is too far ahead at most.
    var waiting = Queue()
    var subjects: [Int: Set<Subject>] = [:]
    for place in places {
      let own = Set(Self.subjects(of: cases[place])).subtracting(shown)
      subjects[place] = own
      waiting.insert(Entry(gain: own.count, place: place))
    }
    while let entry = waiting.removeFirst() {
      let own = (subjects[entry.place] ?? []).subtracting(shown)
      guard own.count == entry.gain else {
        subjects[entry.place] = own
        waiting.insert(Entry(gain: own.count, place: entry.place))
        continue
      }
      order.append(entry.place)
      if entry.gain > 0 { telling += 1 }
      shown.formUnion(own)
      subjects[entry.place] = nil
    }
  }

  /// The promises that some cases put to the test and others do not, in the order of the plan.
  static func promises(
    of places: [Int],
    in cases: [Case],
    besides others: [Int]
  ) -> [(contract: Contract.ID, clause: Clause.ID)] {
    var shown: Set<Subject> = []
    for place in others { shown.formUnion(subjects(of: cases[place])) }
    return places.flatMap { subjects(of: cases[$0]) }.compactMap { subject in
      guard case .promise(let contract, let clause) = subject, shown.insert(subject).inserted else {
        return nil
      }
      return (contract, clause)
    }
  }

  private static func subjects(of testCase: Case) -> [Subject] {
    testCase.clauses.map { .promise(testCase.contract, $0) }
      + testCase.steps.compactMap { step in
        step.call.map { .way(step.contract, method: step.request.method.rawValue, $0) }
      }
  }
}

extension CaseRanking {
  /// A case that waits, and how much it added when that was last counted.
  private struct Entry {
    var gain: Int
    var place: Int

    func precedes(_ other: Entry) -> Bool {
      gain == other.gain ? place < other.place : gain > other.gain
    }
  }

  /// Entries of which the first can be taken; a binary heap.
  private struct Queue {
    private var entries: [Entry] = []

    mutating func insert(_ entry: Entry) {
      entries.append(entry)
      var child = entries.count - 1
      while child > 0, entries[child].precedes(entries[(child - 1) / 2]) {
        entries.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func removeFirst() -> Entry? {
      guard let last = entries.popLast() else { return nil }
      guard let first = entries.first else { return last }
      entries[0] = last
      var parent = 0
      while true {
        let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
        guard let child = children.min(by: { entries[$0].precedes(entries[$1]) }),
          entries[child].precedes(entries[parent])
        else { return first }
        entries.swapAt(child, parent)
        parent = child
      }
    }
  }
}
