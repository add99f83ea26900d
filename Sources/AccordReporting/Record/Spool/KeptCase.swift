import AccordModel

/// What stays in memory of a case of which there is little to say: the rest is in the file of the run, and what
/// it has in common with others is in one place.
///
/// So is a case that broke nothing, was sent once at most and not tried again. A plan may have a hundred
/// thousand of them.
final class KeptCase: Sendable {
  /// What many cases have in common.
  final class Common: Sendable {
    struct Values: Sendable, Hashable {
      var contract: Contract.ID
      var origin: Case.Origin
      var verdict: Verdict
      var rules: [String]
      var notChecked: [String]
      /// The statuses of its exchange; nil where there was none.
      var statuses: [Int]?
    }

    let values: Values

    init(_ values: Values) { self.values = values }
  }

  let id: CaseID
  private let shared: Common
  private let spool: ExchangeSpool
  private let start: Int
  private let textLength: UInt32
  private let sentLength: UInt32
  private let duration: Int

  /// What is kept of a case once the rest is in a file; nil where there is more to say of it, or no room for it.
  init?(_ fields: RunRecord.Case.Fields, in spool: ExchangeSpool) {
    guard fields.violations.isEmpty, fields.cause == nil, !fields.isKnown, fields.script == nil,
      fields.earlierTries.isEmpty, fields.retryHindrance == nil, let sent = fields.sent.heldBytes
    else { return nil }
    let outline = fields.sent.outline
    guard outline.count < 2, !outline.wasResent else { return nil }
    let text = Text(fields).bytes
    let stored = text + (outline.count == 0 ? [] : sent)
    guard let textLength = UInt32(exactly: text.count),
      let sentLength = UInt32(exactly: stored.count - text.count),
      let place = spool.append(stored)
    else { return nil }
    id = fields.id
    shared = spool.common(
      Common.Values(
        contract: fields.contract,
        origin: fields.origin,
        verdict: fields.verdict,
        rules: fields.rules,
        notChecked: fields.notChecked,
        statuses: outline.count == 0 ? nil : outline.statuses
      )
    )
    self.spool = spool
    start = place.lowerBound
    self.textLength = textLength
    self.sentLength = sentLength
    duration = outline.duration
  }

  /// What it has in common with others.
  var common: Common.Values { shared.values }

  /// The exchange that took place, if one did.
  var sent: SentAndReceived {
    guard let statuses = common.statuses else { return SentAndReceived([]) }
    let place = start + Int(textLength)
    return SentAndReceived(
      in: spool,
      at: place..<place + Int(sentLength),
      ExchangeOutline(ofOne: statuses, duration: duration)
    )
  }

  /// What is its own, read from the file.
  var text: Text {
    let bytes = spool.bytes(at: start..<start + Int(textLength))
    guard let text = bytes.map(Text.init(reading:)) else { return Text() }
    if text == nil { spool.noteDamage() }
    return text ?? Text()
  }

  /// All that is to be said of it.
  var fields: RunRecord.Case.Fields {
    let text = text
    return RunRecord.Case.Fields(
      id: id,
      contract: common.contract,
      origin: common.origin,
      title: text.title,
      clauses: text.clauses,
      verdict: common.verdict,
      cause: nil,
      isKnown: false,
      rules: common.rules,
      notChecked: common.notChecked,
      violations: [],
      exercised: text.exercised,
      script: nil,
      sent: sent
    )
  }
}
