extension MessageReader {
  /// Why reading failed, with as much of the line that cannot be read as came.
  package var failure: WireFailure? {
    guard case .failed(let failure) = step else { return nil }
    switch failure {
    case .malformedHead(.notHTTP, let offset):
      return .malformedHead(.notHTTP(found: unreadLine), at: offset)
    case .malformedChunk(.dataNotTerminated, let offset):
      return .malformedChunk(.dataNotTerminated(found: unreadLine), at: offset)
    default:
      return failure
    }
  }

  /// What makes a response unreadable, where no network can have made it.
  ///
  /// The limits of the reader are no fault of the peer, and neither is an end that comes early.
  package var fault: Deviation? {
    guard case .response = subject, case .failed(let failure) = step else { return nil }
    switch failure {
    case .malformedHead(.notHTTP, _):
      return Deviation(.notHTTP, at: lineStart, evidence: unreadLine)
    case .malformedHead(.noStatus, _):
      return Deviation(.statusMissing, at: lineStart, evidence: unreadLine)
    case .malformedChunk(.sizeMissing, _):
      return Deviation(.chunkSizeMissing, at: lineStart, evidence: unreadLine)
    case .malformedChunk(.sizeFollowedBy, _):
      return Deviation(.chunkSizeRunsOn, at: lineStart, evidence: unreadLine)
    case .malformedChunk(.dataNotTerminated, let offset):
      return Deviation(.chunkDataNotTerminated, at: offset, evidence: unreadLine)
    default:
      return nil
    }
  }

  /// Whether what came in the place of a response is none at all.
  var isNoResponse: Bool {
    guard case .failed(.malformedHead(.notHTTP, _)) = step else { return false }
    return interim.isEmpty
  }

  /// Whether more bytes would show better what cannot be read.
  var lacksEvidence: Bool {
    fault != nil && unreadLine.last != ASCII.lineFeed && unreadLine.count < Self.evidenceLimit
  }

  /// The most bytes that are shown of what cannot be read.
  private static let evidenceLimit = 64

  /// What could not be read, up to its line end.
  private var unreadLine: [UInt8] {
    let line = unread.prefix(Self.evidenceLimit)
    guard let end = line.firstIndex(of: ASCII.lineFeed) else { return Array(line) }
    return Array(line[...end])
  }
}
