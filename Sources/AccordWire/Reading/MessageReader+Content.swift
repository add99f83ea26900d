extension MessageReader {
  /// Moves content bytes to the body, as far as its limit allows; returns how many.
  @discardableResult
  mutating func takeContent(from input: inout ArraySlice<UInt8>, atMost count: Int) -> Int {
    let wanted = input.prefix(count)
    let taken = wanted.prefix(max(0, limits.maxBodyBytes - body.count))
    body.append(contentsOf: taken)
    offset += taken.count
    input = input[taken.endIndex...]
    if taken.count < wanted.count {
      fail(.bodyOverLimit(limit: limits.maxBodyBytes))
    }
    return taken.count
  }

  /// Reads `chunk-size [ chunk-ext ]` (RFC 9112, section 7.1).
  mutating func takeChunkSize(_ line: [UInt8]) {
    let digits = line.prefix { ASCII.hexadecimalValue($0) != nil }
    let evidence = Array(line.prefix(64))
    guard !digits.isEmpty else {
      fail(.malformedChunk(.sizeMissing(line: evidence), at: lineStart))
      return
    }
    var size = 0
    for digit in digits {
      guard size <= Int.max >> 4, let value = ASCII.hexadecimalValue(digit) else {
        fail(.malformedChunk(.sizeOverflow(line: evidence), at: lineStart))
        return
      }
      size = size << 4 | value
    }
    let rest = line[digits.endIndex...]
    let next = rest.first { !ASCII.isBlank($0) }
    if let first = rest.first, ASCII.isBlank(first) {
      note(.chunkSizeWhitespace, at: lineStart + digits.count, evidence: line)
    }
    guard next == nil || next == ASCII.semicolon || next == ASCII.carriageReturn else {
      let at = lineStart + digits.count
      fail(.malformedChunk(.sizeFollowedBy(line: evidence), at: at))
      return
    }
    if size == 0 {
      step = .trailers
    } else if size > limits.maxBodyBytes - body.count {
      fail(.bodyOverLimit(limit: limits.maxBodyBytes))
    } else {
      step = .chunkData(remaining: size)
    }
  }

  /// Reads the CR LF after a chunk's data, or goes on without it where the next size follows.
  mutating func takeChunkEnd(from input: inout ArraySlice<UInt8>) {
    guard let byte = input.first else { return }
    switch (step, byte) {
    case (.chunkEnd, ASCII.carriageReturn):
      step = .chunkEndAfterCarriageReturn
    case (.chunkEndAfterCarriageReturn, ASCII.lineFeed):
      step = .chunkSize
    case (.chunkEnd, ASCII.lineFeed):
      note(.bareLineFeed, at: offset, evidence: [byte])
      step = .chunkSize
    case (.chunkEnd, _) where ASCII.hexadecimalValue(byte) != nil:
      note(.chunkDataNotTerminated, at: offset, evidence: [byte])
      step = .chunkSize
      return
    default:
      fail(.malformedChunk(.dataNotTerminated(found: byte), at: offset))
      return
    }
    input.removeFirst()
    offset += 1
  }
}
