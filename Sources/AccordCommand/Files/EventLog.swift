import Accord
import AccordReporting
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file into which a run writes its events, each at once, so that a run that is cut off keeps
/// what it had.
actor EventLog {
  private let path: String
  private let descriptor: Int32
  private var failure: OutputFile.Failure?
  private var order: [Written] = []
  private var began = ""

  /// A case as it was written.
  private struct Written {
    let suite: ContractSuite.ID
    let id: CaseID
    let hash: Int
  }

  /// Opens the file anew, with the folders above it.
  init(_ path: String) throws {
    self.path = path
    try OutputFile.write("", to: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw OutputFile.Failure(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Writes what is planned.
  func begin(_ suites: [RunEvent.PlannedSuite], seed: UInt64, isStrict: Bool) {
    began = RunEvent.began(suites: suites, seed: seed, isStrict: isStrict).line
    write(began)
  }

  /// Writes that a case is done.
  func write(_ result: RunRecord.Case, of suite: ContractSuite.ID) {
    order.append(Written(suite: suite, id: result.id, hash: result.hashValue))
    write(RunEvent.finished(result, suite: suite).line)
  }

  /// Writes how the run ended, and closes the file.
  ///
  /// What a case said may have changed since: a secret that became known later is redacted in the
  /// cases before. Then the whole file is written again.
  func end(_ run: RunRecord) -> OutputFile.Failure? {
    let end = RunEvent.ended(RunEnd(run)).line
    write(end)
    close(descriptor)
    if let failure { return failure }

    var cases: [CaseID: RunRecord.Case] = [:]
    for result in run.suites.lazy.flatMap(\.cases) { cases[result.id] = result }
    guard order.contains(where: { $0.hash != cases[$0.id]?.hashValue }) else { return nil }
    var text = began
    for written in order {
      guard let result = cases[written.id] else { continue }
      text += RunEvent.finished(result, suite: written.suite).line
    }
    do {
      try OutputFile.write(text + end, to: path)
      return nil
    } catch {
      return error as? OutputFile.Failure ?? OutputFile.Failure(path: path, reason: "\(error)")
    }
  }

  private func write(_ line: String) {
    guard failure == nil else { return }
    do {
      try OutputFile.append(Array(line.utf8), to: descriptor, of: path)
    } catch {
      failure = error
    }
  }
}
