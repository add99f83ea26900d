public import AccordModel

/// What became of a case before it is judged.
public enum CaseRun: Sendable {
  /// Its exchanges took place; the last may have failed, and those after it did not take place.
  case exchanged([Exchange])
  /// Something that it needs is missing.
  case skipped(reason: String)
  /// A request could not be made, or is not sent because an exchange before it failed, which is the cause.
  case failed(reason: String, cause: ExchangeFailure? = nil)
  /// The run ended before its turn, or while it ran.
  case notRun(reason: String)
}
