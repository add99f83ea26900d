public import AccordReporting

/// What came of traffic that was judged.
public struct TrafficReport: Sendable {
  /// The record, from which reports are written: a case for each exchange that is of a contract.
  public let record: RunRecord

  /// The exchanges that were not judged, kind by kind, in the order in which each was first seen.
  public let unjudged: [UnjudgedExchange]

  /// Why something could not be kept in the temporary folder, or read from it; known once all was written that
  /// is written from the record.
  package var loss: String? { spool?.failure }

  let spool: ExchangeSpool?

  init(record: RunRecord, unjudged: [UnjudgedExchange], spool: ExchangeSpool?) {
    self.record = record
    self.unjudged = unjudged
    self.spool = spool
  }
}
