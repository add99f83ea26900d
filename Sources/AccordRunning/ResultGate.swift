import AccordModel

/// Holds results back until it is known that the server takes the credential.
actor ResultGate {
  private var held: [(index: Int, run: CaseRun)]?
  private let onResult: @Sendable (Int, CaseRun) async -> Void

  /// A gate that is open.
  init(_ onResult: @escaping @Sendable (Int, CaseRun) async -> Void) { self.onResult = onResult }

  /// Holds back what comes from now on.
  func close() { held = held ?? [] }

  /// Tells what became of a case, at once or when the gate opens.
  func pass(_ index: Int, _ run: CaseRun) async {
    if held == nil { await onResult(index, run) } else { held?.append((index, run)) }
  }

  /// Tells what was held back: as it is, or that it failed for `reason`, because nothing of it is to
  /// be believed.
  func open(failing reason: String? = nil) async {
    let results = held ?? []
    held = nil
    for (index, run) in results {
      await onResult(index, reason.map { .failed(reason: $0) } ?? run)
    }
  }
}
