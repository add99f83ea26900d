import Synchronization

/// The plan of a program, laid out when it is worth it.
final class VerdictPlanCell: Sendable {
  private let program: Program
  private let laidOut = AtomicLazyReference<LaidOut>()
  private let wasAsked = Atomic(false)

  /// A plan; none where the program cannot have one.
  private final class LaidOut: Sendable {
    let plan: VerdictPlan?

    init(_ plan: VerdictPlan?) {
      self.plan = plan
    }
  }

  init(_ program: Program) {
    self.program = program
  }

  /// The plan; a program that is used for one document only is not worth one.
  var plan: VerdictPlan? {
    if let laidOut = laidOut.load() { return laidOut.plan }
    guard wasAsked.exchange(true, ordering: .relaxed) else { return nil }
    return laidOut.storeIfNil(LaidOut(VerdictPlan(program))).plan
  }

  /// Whether bytes are a JSON text that conforms; nil where the plan does not say.
  func verdict(on text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) -> Bool? {
    guard text.count <= limits.bytes else { return nil }
    return plan?.admits(text, limits: limits)
  }

  /// Whether a value of a document conforms; nil where the plan does not say.
  func verdict(on node: JSONNode) -> Bool? {
    guard let plan else { return nil }
    let limits = JSONLimits(depth: .max)
    return node.document.tape.bytes.withUnsafeBufferPointer { bytes in
      plan.admits(UnsafeBufferPointer(rebasing: bytes[node.entry.range]), limits: limits)
    }
  }
}
