import Accord
import AccordReporting

/// The file into which a run writes its events, each at its turn, so that a run that is cut off
/// keeps what it had.
actor EventLog {
  private let path: String
  private let descriptor: Int32
  /// Whether it can be written anew: a pipe or a device cannot.
  private let isRegular: Bool
  private var failure: OutputFile.Failure?
  private var isAbandoned = false
  private var order: [Written] = []
  private var cleanUp: [String] = []
  private var planned: [RunEvent.PlannedSuite] = []
  private var beginning: RunBeginning?

  /// How much of the plan is written at once, in bytes.
  private static let length = 1 << 16

  /// A case as it was written.
  private struct Written {
    let suite: ContractSuite.ID
    let result: RunRecord.Case
  }

  /// Opens the file anew, with the folders above it.
  init(_ path: String) throws(OutputFile.Failure) {
    self.path = path
    do throws(FileSystem.Failure) {
      let kind = try FileSystem.kind(of: path)
      if kind == .folder { throw FileSystem.folderFailure(at: path) }
      if kind == .absent { try FileSystem.makeFolder(above: path) }
      isRegular = kind != .other
      descriptor = try FileSystem.opened(path, isNew: isRegular)
    } catch {
      throw OutputFile.Failure(path: path, reason: error.reason, option: ReportOptions.places)
    }
  }

  /// Writes what is planned.
  func begin(_ suites: [RunEvent.PlannedSuite], _ beginning: RunBeginning) {
    (planned, self.beginning) = (suites, beginning)
    var piece = ""
    RunEvent.writeBeginning(of: suites, beginning) { text in
      piece += text
      guard piece.utf8.count >= Self.length else { return }
      write(piece)
      piece = ""
    }
    write(piece)
  }

  /// Writes that a case is done.
  func write(_ result: RunRecord.Case, of suite: ContractSuite.ID) {
    order.append(Written(suite: suite, result: result))
    write(RunEvent.finished(result, suite: suite).line)
  }

  /// Writes what is to be removed as soon as that is known, and that it was: what a run leaves behind that
  /// is cut off is known from its file.
  func write(_ event: CleanUpEvent) {
    let line: String
    switch event {
    case .needed(let request): line = RunEvent.cleanUpNeeded(request).line
    case .done(let request): line = RunEvent.cleanUpDone(request).line
    case .failed, .impossible: return
    }
    cleanUp.append(line)
    write(line)
  }

  /// Writes how the run ended, and closes the file.
  ///
  /// What a case said may have changed since: a secret that became known later is redacted in the
  /// cases before. Then the whole file is written again.
  func end(_ run: RunRecord) -> OutputFile.Failure? {
    let end = RunEvent.ended(RunEnd(run)).line
    write(end)
    FileSystem.close(descriptor)
    if let failure { return failure }

    var cases: [CaseID: RunRecord.Case] = [:]
    for result in run.suites.lazy.flatMap(\.cases) { cases[result.id] = result }
    guard isRegular, order.contains(where: { $0.result != cases[$0.result.id] }) else {
      return nil
    }
    do {
      try OutputFile.write(to: path, by: ReportOptions.places) { append in
        if let beginning {
          RunEvent.writeBeginning(of: planned, beginning) { append(Array($0.utf8)) }
        }
        for written in order {
          guard let result = cases[written.result.id] else { continue }
          append(Array(RunEvent.finished(result, suite: written.suite).line.utf8))
        }
        for line in cleanUp { append(Array(line.utf8)) }
        append(Array(end.utf8))
      }
      return nil
    } catch {
      return error as? OutputFile.Failure
        ?? OutputFile.Failure(path: path, reason: "\(error)", option: ReportOptions.places)
    }
  }

  private func write(_ line: String) {
    guard failure == nil, !isAbandoned else { return }
    do throws(FileSystem.Failure) {
      try FileSystem.append(Array(line.utf8), to: descriptor)
    } catch {
      // A reader that went away from standard output has what it wanted.
      guard !error.isAbandonment || !FileSystem.isStandardOutput(path) else {
        isAbandoned = true
        return
      }
      failure = OutputFile.Failure(
        path: path,
        reason: error.reason,
        option: ReportOptions.places
      )
    }
  }
}
