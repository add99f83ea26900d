import AccordModel

extension Verdict {
  /// The name by which a stored document calls it.
  var name: String {
    switch self {
    case .conforms: "conforms"
    case .notChecked: "notChecked"
    case .violates: "violates"
    case .skipped: "skipped"
    case .failed: "failed"
    case .notRun: "notRun"
    }
  }

  /// The reason, where there is one.
  package var reason: String? {
    switch self {
    case .conforms, .violates: nil
    case .notChecked(let reason), .skipped(let reason), .failed(let reason), .notRun(let reason):
      reason
    }
  }

  /// The verdict of this name.
  init?(name: String, reason: String?) {
    switch name {
    case "conforms": self = .conforms
    case "notChecked": self = .notChecked(reason: reason ?? "")
    case "violates": self = .violates
    case "skipped": self = .skipped(reason: reason ?? "")
    case "failed": self = .failed(reason: reason ?? "")
    case "notRun": self = .notRun(reason: reason ?? "")
    default: return nil
    }
  }
}
