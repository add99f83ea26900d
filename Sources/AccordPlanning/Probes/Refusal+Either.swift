import AccordModel

extension Refusal {
  /// What a request gets that is wrong in two ways, whichever of them a server looks at first; `nil` where
  /// that is not to be said as one refusal.
  func or(_ other: Refusal) -> Refusal? {
    guard names.isEmpty == other.names.isEmpty else { return nil }
    var either = self
    switch (statuses, other.statuses) {
    case (let own, let others) where own == others: break
    case (.anyOf(let own), .anyOf(let others)):
      // A name that goes with the status of the other one would pass.
      guard names.isEmpty else { return nil }
      either.statuses = .anyOf(own + others.filter { !own.contains($0) })
    default: return nil
    }
    either.names += other.names.filter { !names.contains($0) }
    either.allowsEmptyBody = allowsEmptyBody || other.allowsEmptyBody
    either.headers = headers.filter { own in
      other.headers.contains {
        $0.name.lowercased() == own.name.lowercased() && $0.value == own.value
      }
    }
    if fieldName != other.fieldName { either.fieldName = nil }
    if refused.basis.isStated { either.refused = other.refused }
    if named.basis.isStated { either.named = other.named }
    return either
  }
}
