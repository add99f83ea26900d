extension MessageReader {
  /// Handles a line of the header section; the empty one ends it.
  mutating func takeFieldLine(_ line: [UInt8]) {
    guard line.isEmpty else {
      take(line, into: \.fields)
      return
    }
    fields.flush()
    endHead()
  }

  /// Handles a line of the trailer section; the empty one ends the message.
  mutating func takeTrailerLine(_ line: [UInt8]) {
    guard line.isEmpty else {
      take(line, into: \.trailers)
      return
    }
    trailers.flush()
    for (field, offset) in zip(trailers.fields, trailers.offsets)
    where Self.fieldsForbiddenInTrailers.contains(where: field.isNamed) {
      note(.trailerForbidden, at: offset, evidence: field.rawLine)
    }
    complete()
  }

  /// Reads `field-name ":" OWS field-value OWS` (RFC 9112, section 5).
  private mutating func take(
    _ line: [UInt8],
    into section: WritableKeyPath<Self, FieldSection>
  ) {
    checkValue(line[...])
    if let first = line.first, ASCII.isBlank(first) {
      if self[keyPath: section].hasOpenLine {
        note(.folded, at: lineStart, evidence: line)
        self[keyPath: section].fold(line)
      } else {
        // A recipient may consume such a line without further processing (section 2.2).
        note(.blankBeforeFirstField, at: lineStart, evidence: line)
      }
      return
    }
    guard let colon = line.firstIndex(of: ASCII.colon) else {
      note(.fieldWithoutColon, at: lineStart, evidence: line)
      self[keyPath: section].open(name: line, value: [], rawLine: line, at: lineStart)
      return
    }
    var name = line[..<colon]
    if let last = name.last, ASCII.isBlank(last) {
      note(.spaceBeforeColon, at: lineStart + colon - 1, evidence: line)
      name = ASCII.trimmed(name)
    }
    if name.isEmpty || !name.allSatisfy(ASCII.isTokenCharacter) {
      note(.fieldName, at: lineStart, evidence: name)
    }
    self[keyPath: section].open(
      name: Array(name),
      value: Array(ASCII.trimmed(line[(colon + 1)...])),
      rawLine: line,
      at: lineStart
    )
  }

  /// Notes what no field value may hold (RFC 9110, section 5.5).
  private mutating func checkValue(_ line: ArraySlice<UInt8>) {
    let value = line[((line.firstIndex(of: ASCII.colon) ?? -1) + 1)...]
    var isASCII = true
    for (index, byte) in zip(value.indices, value) {
      if byte == ASCII.nul {
        note(.fieldValueNUL, at: lineStart + index, evidence: line)
      } else if ASCII.isForbiddenControl(byte), byte != ASCII.carriageReturn {
        note(.fieldValueControl, at: lineStart + index, evidence: line)
      } else if byte > 0x7F, isASCII {
        isASCII = false
        note(.fieldValueNotASCII, at: lineStart + index, evidence: line)
      }
    }
  }

  /// Fields that RFC 9110, section 6.5.1 keeps out of trailers.
  static let fieldsForbiddenInTrailers = [
    "Transfer-Encoding", "Content-Length", "Host", "Content-Encoding", "Content-Type",
    "Content-Range", "Trailer", "Authorization", "Set-Cookie", "Cache-Control", "Connection",
    "Location",
  ]
}
