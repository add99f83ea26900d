import Synchronization

/// The plan of a program, laid out when it is worth it.
final class VerdictPlanCell: Sendable {
  private let program: Program
  /// The cell of the program of which this one is another beginning, and whose nodes it takes.
  private let whole: VerdictPlanCell?
  private let laidOut = Atomic<Unmanaged<LaidOut>?>(nil)
  private let wasAsked = Atomic(false)

  /// A plan; none where the program cannot have one.
  private final class LaidOut: Sendable {
    let plan: VerdictPlan?

    init(_ plan: VerdictPlan?) {
      self.plan = plan
    }
  }

  init(_ program: Program, in whole: VerdictPlanCell? = nil) {
    self.program = program
    self.whole = whole
  }

  deinit {
    laidOut.load(ordering: .acquiring)?.release()
  }

  /// The plan; a program that is used for one document only is not worth one.
  var plan: VerdictPlan? {
    // What is stored is retained until the cell goes, and never replaced.
    if let laidOut = laidOut.load(ordering: .acquiring) {
      return laidOut._withUnsafeGuaranteedRef(\.plan)
    }
    guard wasAsked.exchange(true, ordering: .relaxed) else { return nil }
    return layOut()
  }

  private func layOut() -> VerdictPlan? {
    if let laidOut = laidOut.load(ordering: .acquiring) {
      return laidOut._withUnsafeGuaranteedRef(\.plan)
    }
    let plan =
      whole.map { $0.layOut().map { VerdictPlan($0, beginningAs: program) } }
      ?? VerdictPlan(program)
    let made = Unmanaged.passRetained(LaidOut(plan))
    let (wasFirst, earlier) = laidOut.compareExchange(
      expected: nil,
      desired: made,
      ordering: .acquiringAndReleasing
    )
    if !wasFirst { made.release() }
    return (wasFirst ? made : earlier)?.takeUnretainedValue().plan
  }

  /// Whether bytes are a JSON text that conforms; nil where the plan does not say.
  func verdict(on text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) -> Bool? {
    guard text.count <= limits.bytes else { return nil }
    return plan?.admits(text, limits: limits)
  }
}
