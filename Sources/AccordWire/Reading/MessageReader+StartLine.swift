extension MessageReader {
  /// Handles a start line, or an empty line before it (RFC 9112, section 2.2).
  mutating func takeStartLine(_ line: [UInt8]) {
    guard !line.isEmpty else {
      note(.leadingEmptyLine, at: lineStart, evidence: self.line)
      rawHead.removeAll(keepingCapacity: true)
      return
    }
    switch subject {
    case .request: takeRequestLine(line)
    case .response: takeStatusLine(line)
    }
  }

  /// Reads `HTTP-version SP status-code SP [ reason-phrase ]` (RFC 9112, section 4).
  private mutating func takeStatusLine(_ line: [UInt8]) {
    let versionEnd = line.firstIndex(where: ASCII.isBlank) ?? line.endIndex
    startLine.version = WireText.decode(line[..<versionEnd])
    if !startLine.hasKnownVersion {
      note(.version, at: lineStart, evidence: line[..<versionEnd])
    }
    let statusStart =
      line[versionEnd...].firstIndex { !ASCII.isBlank($0) } ?? line.endIndex
    let digits = line[statusStart...].prefix(while: ASCII.isDigit)
    let rest = line[digits.endIndex...]
    let endsCleanly = rest.first.map(ASCII.isBlank) ?? true
    guard digits.count <= 9, let status = ASCII.decimal(digits), endsCleanly || digits.count == 3
    else {
      failHead(.noStatus(line: Array(line.prefix(64))), at: lineStart + statusStart)
      return
    }
    startLine.status = status
    if digits.count != 3 {
      note(.statusDigits, at: lineStart + statusStart, evidence: digits)
    } else if status < 100 || status > 599 {
      note(.statusRange, at: lineStart + statusStart, evidence: digits)
    }
    let separators = line[versionEnd..<statusStart]
    if separators.count != 1 || separators.first != ASCII.space || rest.first != ASCII.space {
      note(.statusLineWhitespace, at: lineStart + versionEnd, evidence: line)
    }
    startLine.reason = Array(rest.first.map(ASCII.isBlank) == true ? rest.dropFirst() : rest)
    if let index = rest.firstIndex(where: isControlButNotLineEnd) {
      note(.reasonControl, at: lineStart + index, evidence: rest)
    }
    startLine.isRead = true
    step = .fields
  }

  /// Reads `method SP request-target SP HTTP-version` (RFC 9112, section 3).
  private mutating func takeRequestLine(_ line: [UInt8]) {
    let methodEnd = line.firstIndex(of: ASCII.space) ?? line.endIndex
    let versionStart = (line.lastIndex(of: ASCII.space) ?? line.endIndex)
    let version = line[min(versionStart + 1, line.endIndex)...]
    let isVersion = version.starts(with: Array("HTTP/".utf8))
    guard methodEnd > 0, methodEnd < versionStart, isVersion else {
      failHead(.requestLine(line: Array(line.prefix(64))), at: lineStart)
      return
    }
    startLine.method = Array(line[..<methodEnd])
    startLine.version = WireText.decode(version)
    var target = line[(methodEnd + 1)..<versionStart]
    if target.first == ASCII.space || target.last == ASCII.space {
      note(.requestLineWhitespace, at: lineStart + methodEnd, evidence: line)
      target = ASCII.trimmed(target)
    }
    guard !target.isEmpty else {
      failHead(.requestLine(line: Array(line.prefix(64))), at: lineStart)
      return
    }
    startLine.target = Array(target)
    if !startLine.method.allSatisfy(ASCII.isTokenCharacter) {
      note(.methodNotToken, at: lineStart, evidence: startLine.method)
    }
    if let index = target.firstIndex(where: { $0 <= ASCII.space || $0 == 0x7F }) {
      note(.targetWhitespace, at: lineStart + index, evidence: target)
    }
    if !startLine.hasKnownVersion {
      note(.version, at: lineStart + version.startIndex, evidence: version)
    }
    startLine.isRead = true
    step = .fields
  }

  private func isControlButNotLineEnd(_ byte: UInt8) -> Bool {
    ASCII.isForbiddenControl(byte) && byte != ASCII.carriageReturn
  }
}
