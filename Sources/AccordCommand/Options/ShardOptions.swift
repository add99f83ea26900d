import Accord
import AccordModel
import AccordReporting
import ArgumentParser

/// Which part of the plan a run is, where several machines share it.
struct ShardOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Run one part of the plan, such as 2/3; auto takes the part from the CI system.",
      discussion: """
        auto knows the variables of GitLab (CI_NODE_INDEX), CircleCI (CIRCLE_NODE_INDEX) and Buildkite \
        (BUILDKITE_PARALLEL_JOB) with how many there are, and with auto/N the index of a job of Kubernetes \
        (JOB_COMPLETION_INDEX). Cases that share state or live data that is used up are in one part. A \
        part against a server needs the --seed of all others. The command merge makes one run of the parts.
        """,
      valueName: "I/N"
    )
  )
  var shard: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Make the parts of --shard take the same time, by how long cases took in this run.",
      valueName: "RUN.json"
    )
  )
  var durations: String?

  /// How a CI system tells a job which of several it is.
  private struct Numbering {
    let index: String
    let count: String?
    /// The number of the first.
    let first: Int

    static let known = [
      Numbering(index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: 1),
      Numbering(index: "CIRCLE_NODE_INDEX", count: "CIRCLE_NODE_TOTAL", first: 0),
      Numbering(index: "BUILDKITE_PARALLEL_JOB", count: "BUILDKITE_PARALLEL_JOB_COUNT", first: 0),
      Numbering(index: "JOB_COMPLETION_INDEX", count: nil, first: 0),
    ]
  }

  func validate() throws {
    guard shard != nil || durations == nil else {
      throw ValidationError("--durations says how --shard divides a plan; give both.")
    }
  }

  /// The part that is meant, if one is.
  func part(in environment: [String: String]) throws -> Shard? {
    guard let shard else { return nil }
    let parts = shard.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "auto", parts.count <= 2 {
      return try part(in: environment, of: parts.count == 2 ? String(parts[1]) : nil)
    }
    guard parts.count == 2, let part = Self.part(parts[0], of: parts[1], first: 1) else {
      throw ValidationError(
        """
        --shard expects I/N with I from 1 to N and N to \(Self.most), such as 2/3, or auto, found \
        "\(TerminalText.line(shard))".
        """
      )
    }
    return part
  }

  /// The most parts: more than any CI system has jobs for.
  private static let most = 10_000

  private func part(in environment: [String: String], of given: String?) throws -> Shard {
    for numbering in Numbering.known {
      guard let index = environment[numbering.index], !index.isEmpty else { continue }
      let name = numbering.count
      guard let count = given ?? name.flatMap({ environment[$0] }) else { continue }
      guard let part = Self.part(index[...], of: count[...], first: numbering.first) else {
        throw ValidationError(
          """
          --shard \(shard ?? ""): expected numbers of a part and of all parts, found \
          \(numbering.index)=\(TerminalText.line(index)) and \
          \(given == nil ? (name ?? "") + "=" : "")\(TerminalText.line(count)).
          """
        )
      }
      return part
    }
    throw ValidationError(
      """
      --shard \(shard ?? ""): no variable says which part this is. Looked for: \
      \(Numbering.known.map { [$0.index, $0.count ?? "with auto/N"].joined(separator: " and ") }
        .joined(separator: ", ")). Name it, as in --shard 2/3.
      """
    )
  }

  private static func part(_ index: Substring, of count: Substring, first: Int) -> Shard? {
    guard let index = Int(index), let count = Int(count), count <= most, index <= most else {
      return nil
    }
    return Shard(index - first + 1, of: count)
  }

  /// How long the cases of an earlier run took, in microseconds.
  func knownDurations() throws -> [CaseID: Int] {
    guard let durations else { return [:] }
    let run = try RunFile.read(durations)
    return Dictionary(
      run.suites.lazy.flatMap(\.cases).map { result in
        (result.id, result.sent.outline.duration)
      },
      uniquingKeysWith: { first, _ in first }
    ).filter { $0.value > 0 }
  }
}
