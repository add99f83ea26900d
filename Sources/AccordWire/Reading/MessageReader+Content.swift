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
      failChunkSize(.sizeMissing(line: evidence), at: lineStart)
      return
    }
    var size = 0
    for digit in digits {
      guard size <= Int.max >> 4, let value = ASCII.hexadecimalValue(digit) else {
        failChunkSize(.sizeOverflow(line: evidence), at: lineStart)
        return
      }
      size = size << 4 | value
    }
    let rest = line[digits.endIndex...]
    if let first = rest.first, ASCII.isBlank(first) {
      note(.chunkSizeWhitespace, at: lineStart + digits.count, evidence: line)
    }
    guard Self.mayFollowChunkSize(rest) else {
      failChunkSize(.sizeFollowedBy(line: evidence), at: lineStart + digits.count)
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

  /// Whether a chunk's size may be followed by this, in its line.
  private static func mayFollowChunkSize(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = rest.first { !ASCII.isBlank($0) }
    return next == nil || next == ASCII.semicolon || next == ASCII.carriageReturn
  }

  /// Ends reading at a line that is not complete and cannot become right any more.
  ///
  /// While more may come, a line is handled when it is whole, so that it can be shown whole.
  mutating func failAtOpenLine() {
    guard !line.isEmpty else { return }
    switch step {
    case .startLine:
      guard case .response = subject else { return }
      let rest = line.drop { !ASCII.isBlank($0) }.drop(while: ASCII.isBlank)
      guard let first = rest.first, !ASCII.isDigit(first), first != ASCII.carriageReturn else {
        return
      }
      failHead(.noStatus(line: Array(line.prefix(64))), at: lineStart + rest.startIndex)
    case .chunkSize where line[0] != ASCII.carriageReturn:
      let digits = line.prefix { ASCII.hexadecimalValue($0) != nil }
      let evidence = Array(line.prefix(64))
      if digits.isEmpty {
        failChunkSize(.sizeMissing(line: evidence), at: lineStart)
      } else if !Self.mayFollowChunkSize(line[digits.endIndex...]) {
        failChunkSize(.sizeFollowedBy(line: evidence), at: lineStart + digits.count)
      }
    default: break
    }
  }

  /// Ends reading at a line that is no chunk size.
  ///
  /// Where the data before it was not terminated, the line is a part of that data: then that is
  /// what is wrong, and the only thing.
  private mutating func failChunkSize(_ fault: ChunkFault, at offset: Int) {
    guard chunkRunsOnAt == lineStart else {
      fail(.malformedChunk(fault, at: offset))
      return
    }
    if let index = noted.firstIndex(where: { $0.kind == .chunkDataNotTerminated }) {
      noted[index].count -= 1
      if noted[index].count == 0 { noted.remove(at: index) }
    }
    let found = Array(line.prefix(1))
    fail(.malformedChunk(.dataNotTerminated(found: found), at: lineStart))
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
      chunkRunsOnAt = offset
      step = .chunkSize
      return
    default:
      fail(.malformedChunk(.dataNotTerminated(found: [byte]), at: offset))
      return
    }
    input.removeFirst()
    offset += 1
  }
}
