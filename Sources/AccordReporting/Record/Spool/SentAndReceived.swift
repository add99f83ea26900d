import AccordModel
import AccordSchema

/// The exchanges of a case: in memory, or in the file of the run, from where they are read each time
/// they are asked for.
package struct SentAndReceived: Sendable {
  private enum Storage: Sendable {
    case held([RunRecord.Exchange])
    case stored(ExchangeSpool, Range<Int>, ExchangeOutline)
  }

  private let storage: Storage

  /// How deep the exchanges of a case stand in the JSON of a run.
  private static let level = 5

  /// Exchanges in memory.
  init(_ exchanges: [RunRecord.Exchange]) { storage = .held(exchanges) }

  /// The exchanges in a file; those for which it has no room stay in memory.
  func stored(in spool: ExchangeSpool) -> SentAndReceived {
    guard case .held(let exchanges) = storage, !exchanges.isEmpty,
      let place = spool.append(exchanges.json.indentedBytes(level: Self.level))
    else { return self }
    return SentAndReceived(.stored(spool, place, ExchangeOutline(exchanges)))
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// Exchanges of which the text stands at a place of a file.
  init(in spool: ExchangeSpool, at place: Range<Int>, _ outline: ExchangeOutline) {
    storage = .stored(spool, place, outline)
  }

  /// The bytes of their JSON, indented as they stand in that of a run; nil where they are in a file already.
  var heldBytes: [UInt8]? {
    guard case .held(let exchanges) = storage else { return nil }
    return exchanges.json.indentedBytes(level: Self.level)
  }

  /// The exchanges, in their order.
  package var exchanges: [RunRecord.Exchange] {
    switch storage {
    case .held(let exchanges): return exchanges
    case .stored(let spool, let place, _):
      guard let bytes = spool.bytes(at: place) else { return [] }
      do {
        let document = try JSONDocument(parsing: bytes, limits: JSONLimits(bytes: 1 << 32))
        return try RecordedValue(json: document.root.value, pointer: .root)
          .elements(RunRecord.Exchange.init)
      } catch {
        spool.noteDamage()
        return []
      }
    }
  }

  /// What is to be known of them without reading them.
  package var outline: ExchangeOutline {
    switch storage {
    case .held(let exchanges): ExchangeOutline(exchanges)
    case .stored(_, _, let outline): outline
    }
  }

  /// The JSON text of the exchanges, indented as it stands in that of a run.
  var text: String {
    switch storage {
    case .held(let exchanges):
      String(decoding: exchanges.json.indentedBytes(level: Self.level), as: UTF8.self)
    case .stored(let spool, let place, _):
      String(decoding: spool.bytes(at: place) ?? Array("[]".utf8), as: UTF8.self)
    }
  }
}

extension SentAndReceived: Hashable {
  /// Whether they are the same; what stands at one place of a file is not read for it.
  package static func == (left: Self, right: Self) -> Bool {
    if case .stored(let file, let place, _) = left.storage,
      case .stored(let otherFile, let otherPlace, _) = right.storage,
      file === otherFile, place == otherPlace
    {
      return true
    }
    return left.outline == right.outline && left.exchanges == right.exchanges
  }

  /// Hashes the outline, which stored and held exchanges have in common.
  package func hash(into hasher: inout Hasher) { hasher.combine(outline) }
}
