/// What is to be said of a case.
///
/// A violation is the server's fault, a failure is ours or the network's; they are never mixed.
public enum Verdict: Sendable, Hashable {
  /// Every rule that applied was satisfied, apart from assumptions.
  case conforms
  /// What was looked at conforms, and something that was promised cannot be checked.
  case notChecked(reason: String)
  /// At least one promise was broken that counts.
  case violates
  /// It did not run, because something it needs is missing.
  case skipped(reason: String)
  /// It ran and nothing can be said of it: the exchange failed, no rule applied, or what a rule goes
  /// by means nothing.
  case failed(reason: String)
  /// The run ended before its turn, or before it was judged.
  case notRun(reason: String)
}
