extension MessageReader {
  private static let protocolName: [UInt8] = Array("HTTP/".utf8)

  /// Gathers a line from the input; handles it when its LF has come.
  mutating func takeLine(from input: inout ArraySlice<UInt8>) {
    if line.isEmpty { lineStart = offset }
    let end = input.firstIndex(of: ASCII.lineFeed)
    let limit = lineLimit
    let wanted = input[..<(end ?? input.endIndex)]
    let taken = wanted.prefix(max(0, limit - line.count))
    line.append(contentsOf: taken)
    offset += taken.count
    input = input[taken.endIndex...]

    if step == .startLine, let fault = protocolFault(atLineEnd: false) {
      failHead(fault.0, at: fault.1)
      return
    }
    guard taken.count == wanted.count else {
      failOverLimit()
      return
    }
    guard end != nil else { return }
    guard line.count < limit else {
      failOverLimit()
      return
    }
    if step == .startLine, let fault = protocolFault(atLineEnd: true) {
      failHead(fault.0, at: fault.1)
      return
    }
    input.removeFirst()
    offset += 1
    takeWholeLine()
  }

  /// Strips the line end, notes what is wrong with it, and hands the line on.
  private mutating func takeWholeLine() {
    var whole = line
    line.append(ASCII.lineFeed)
    defer { line.removeAll(keepingCapacity: true) }
    if step != .chunkSize {
      headBytes += whole.count + 1
    }
    if step == .startLine || step == .fields {
      rawHead.append(contentsOf: whole)
      rawHead.append(ASCII.lineFeed)
    }
    if whole.last == ASCII.carriageReturn {
      whole.removeLast()
    } else {
      note(.bareLineFeed, at: offset - 1, evidence: whole.suffix(32) + [ASCII.lineFeed])
    }
    if let index = whole.firstIndex(of: ASCII.carriageReturn) {
      note(.bareCarriageReturn, at: lineStart + index, evidence: whole)
    }
    switch step {
    case .startLine: takeStartLine(whole)
    case .fields: takeFieldLine(whole)
    case .trailers: takeTrailerLine(whole)
    case .chunkSize: takeChunkSize(whole)
    default: break
    }
  }

  /// How long the current line may still become, its LF included.
  private var lineLimit: Int {
    step == .chunkSize ? limits.maxChunkLineBytes : max(0, limits.maxHeadBytes - headBytes)
  }

  private mutating func failOverLimit() {
    if step == .chunkSize {
      let fault = ChunkFault.lineOverLimit(limit: limits.maxChunkLineBytes)
      fail(.malformedChunk(fault, at: lineStart))
    } else {
      fail(.headOverLimit(limit: limits.maxHeadBytes))
    }
  }

  mutating func failHead(_ fault: HeadFault, at offset: Int) {
    fail(.malformedHead(fault, at: offset))
  }

  /// Tells as early as possible that the peer does not speak HTTP.
  ///
  /// The evidence ends with the first byte that cannot be right, so that it is the same however
  /// the bytes were cut.
  private func protocolFault(atLineEnd: Bool) -> (HeadFault, Int)? {
    guard let first = line.first else { return nil }
    if case .request = subject {
      let isControl = first < ASCII.space && first != ASCII.carriageReturn
      return isControl ? (.requestLine(line: [first]), lineStart) : nil
    }
    if first == ASCII.carriageReturn {
      guard line.count > 1 else { return nil }
      return (.notHTTP(found: Array(line.prefix(2))), lineStart + 1)
    }
    for (index, expected) in Self.protocolName.enumerated() {
      guard index < line.count else {
        guard atLineEnd else { return nil }
        return (.notHTTP(found: line + [ASCII.lineFeed]), lineStart + index)
      }
      guard ASCII.lowercased(line[index]) == ASCII.lowercased(expected) else {
        return (.notHTTP(found: Array(line.prefix(index + 1))), lineStart + index)
      }
    }
    return nil
  }
}
