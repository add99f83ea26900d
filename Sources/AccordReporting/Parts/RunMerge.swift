import AccordModel

/// Joins the runs of the parts of one plan to the run of the whole.
package struct RunMerge {
  /// A part, and where it was read.
  package struct Source: Sendable {
    /// The path of its file.
    package var path: String
    /// The run.
    package var run: RunRecord

    /// Creates a source.
    package init(_ path: String, _ run: RunRecord) {
      self.path = path
      self.run = run
    }
  }

  /// The numbers of the parts that are not there.
  package let missing: [Int]

  /// The run of the whole; of parts that are missing it has nothing, and says so.
  package let run: RunRecord

  /// Joins parts, in whatever order they come.
  ///
  /// Throws ``Problem`` when they are not parts of one plan, run in one way.
  package init(_ sources: [Source]) throws(Problem) {
    let parts = try Self.parts(of: sources)
    guard let first = parts.first else { throw .noPart }
    let (whole, start) = (first.part, first.source.run)
    missing = (1...whole.count).filter { number in
      !parts.contains { $0.part.number == number }
    }
    var run = start
    run.part = nil
    run.suites = start.suites.indices.map { index in
      var suite = start.suites[index]
      let placed = parts.flatMap {
        Array(zip($0.part.places[index], $0.source.run.suites[index].cases))
      }
      suite.cases = placed.sorted { $0.0 < $1.0 }.map(\.1)
      return suite
    }
    run.settings.warnings = Self.joined(parts.map(\.source.run.settings.warnings))
    run.baseline = Self.findings(parts)
    run.interruption = Self.interruption(parts, missing, of: whole.count)
    run.began = parts.compactMap(\.source.run.began).min {
      $0.secondsSinceEpoch < $1.secondsSinceEpoch
    }
    self.run = run
  }

  private typealias Entry = (part: RunRecord.Part, source: Source)

  /// The parts in their order, if they belong together.
  private static func parts(of sources: [Source]) throws(Problem) -> [Entry] {
    var parts: [Entry] = []
    for source in sources {
      guard let part = source.run.part else { throw .whole(source.path) }
      guard part.places.map(\.count) == source.run.suites.map(\.cases.count),
        zip(part.places, part.sizes).allSatisfy({ places, size in places.allSatisfy { $0 < size } })
      else { throw .places(source.path) }
      if let (other, first) = parts.first {
        guard first.run.version == source.run.version else {
          throw .version(first.path, first.run.version, source.path, source.run.version)
        }
        guard other.plan == part.plan, other.sizes == part.sizes else {
          throw .plan(first.path, source.path)
        }
        guard other.count == part.count else {
          throw .count(first.path, other.count, source.path, part.count)
        }
        guard first.run.settings.seed == source.run.settings.seed,
          first.run.settings.isStrict == source.run.settings.isStrict
        else { throw .settings(first.path, source.path) }
      }
      if let twice = parts.first(where: { $0.part.number == part.number }) {
        throw .twice(part.number, twice.source.path, source.path)
      }
      parts.append((part, source))
    }
    return parts.sorted { $0.part.number < $1.part.number }
  }

  /// What is said in several parts, once and in the order of each.
  private static func joined<Value: Hashable>(_ lists: [[Value]]) -> [Value] {
    var lists = lists.map { list in
      var seen: Set<Value> = []
      return list.filter { seen.insert($0).inserted }[...]
    }
    // In how many lists each still stands: it is next when it is the first of all of these.
    var counts: [Value: Int] = [:]
    for value in lists.joined() { counts[value, default: 0] += 1 }
    var result: [Value] = []
    while true {
      for index in lists.indices { lists[index] = lists[index].drop { counts[$0] == nil } }
      let heads = lists.compactMap(\.first)
      guard let any = heads.first else { return result }
      let next = heads.first { head in counts[head] == heads.count { $0 == head } } ?? any
      counts[next] = nil
      result.append(next)
    }
  }

  /// What is to be said of entries of the baseline: of each by the part that has its case.
  private static func findings(_ parts: [Entry]) -> [Baseline.Finding] {
    let run = Set(parts.lazy.flatMap { $0.source.run.suites }.flatMap(\.cases).map(\.id))
    var known: [Baseline.Entry: Baseline.Finding] = [:]
    for (_, source) in parts {
      let own = Set(source.run.suites.lazy.flatMap(\.cases).map(\.id))
      for finding in source.run.baseline {
        let testCase = finding.entry.testCase
        // Of a case that another part has, this one knows nothing.
        if own.contains(testCase) || !run.contains(testCase) { known[finding.entry] = finding }
      }
    }
    return joined(parts.map { $0.source.run.baseline.map(\.entry) }).compactMap { known[$0] }
  }

  private static func interruption(_ parts: [Entry], _ missing: [Int], of count: Int) -> String? {
    var reasons = parts.compactMap { part in
      part.source.run.interruption.map { "\(part.part.name): \($0)" }
    }
    if !missing.isEmpty {
      let numbers = missing.map(String.init).joined(separator: ", ")
      reasons.append(
        missing.count == 1
          ? "Part \(numbers) of \(count) is missing." : "Parts \(numbers) of \(count) are missing."
      )
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: " ")
  }
}
