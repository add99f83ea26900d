import AccordModel
import Synchronization

/// Holds results back until it is known that the server takes the credential.
final class ResultGate: Sendable {
  private let held = Mutex<[(index: Int, run: CaseRun)]?>(nil)
  private let onResult: @Sendable (Int, CaseRun) async -> Void

  /// A gate that is open.
  init(_ onResult: @escaping @Sendable (Int, CaseRun) async -> Void) { self.onResult = onResult }

  /// Holds back what comes from now on.
  func close() { held.withLock { $0 = $0 ?? [] } }

  /// Tells what became of a case, at once or when the gate opens.
  func pass(_ index: Int, _ run: CaseRun) async {
    let isOpen = held.withLock { held in
      held?.append((index, run))
      return held == nil
    }
    if isOpen { await onResult(index, run) }
  }

  /// Tells what was held back: as it is, or that it failed for `reason`, because nothing of it is to
  /// be believed.
  func open(failing reason: String? = nil) async {
    let results = held.withLock { held in
      defer { held = nil }
      return held ?? []
    }
    for (index, run) in results {
      await onResult(index, reason.map { .failed(reason: $0) } ?? run)
    }
  }
}
