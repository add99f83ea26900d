extension MessageReader {
  /// Decides what follows the head (RFC 9112, section 6.3).
  mutating func endHead() {
    switch subject {
    case .request: endRequestHead()
    case .response(let method): endResponseHead(method: method)
    }
  }

  private mutating func endResponseHead(method: String) {
    let status = startLine.status
    let isInterim = (100...199).contains(status) && status != 101
    let opensTunnel = method == "CONNECT" && (200...299).contains(status)
    if isInterim || status == 101 || status == 204 || opensTunnel {
      noteAll("Content-Length", as: .contentLengthForbidden)
      noteAll("Transfer-Encoding", as: .transferEncodingForbidden)
    }
    if isInterim {
      interim.append(
        WireInterim(
          version: startLine.version,
          status: status,
          reason: WireText.decode(startLine.reason),
          fields: fields.fields,
          rawHead: rawHead
        )
      )
      startLine = StartLine()
      fields = FieldSection()
      rawHead.removeAll()
      step = .startLine
      return
    }
    let codings = transferCodings()
    let length = contentLength()
    if method == "HEAD" || status == 101 || status == 204 || status == 304 || opensTunnel {
      complete()
    } else if codings.last == "chunked" {
      framing = .chunked
      step = .chunkSize
    } else if !codings.isEmpty {
      framing = .untilClose
      step = .contentUntilClose
    } else if let length {
      begin(length: length)
    } else {
      framing = .untilClose
      step = .contentUntilClose
    }
  }

  private mutating func endRequestHead() {
    let hosts = fields.fields.values(of: "Host")
    if hosts.isEmpty, !startLine.isOldVersion {
      note(.hostMissing, at: lineStart, evidence: [])
    } else if hosts.count > 1 {
      noteAll("Host", as: .hostRepeated)
    }
    let codings = transferCodings()
    let length = contentLength()
    if codings.last == "chunked" {
      framing = .chunked
      step = .chunkSize
    } else if !codings.isEmpty, let value = fields.fields.values(of: "Transfer-Encoding").first {
      failHead(
        .transferCoding(value: Array(value.prefix(64))),
        at: offset(of: "Transfer-Encoding")
      )
    } else if let length {
      begin(length: length)
    } else if let value = fields.fields.values(of: "Content-Length").first {
      failHead(
        .contentLength(value: Array(value.prefix(64))),
        at: offset(of: "Content-Length")
      )
    } else {
      complete()
    }
  }

  private mutating func begin(length: Int) {
    framing = .contentLength(length)
    if length > limits.maxBodyBytes {
      fail(.bodyOverLimit(limit: limits.maxBodyBytes))
    } else if length == 0 {
      complete()
    } else {
      step = .content(remaining: length)
    }
  }

  /// The transfer codings in order, with what is wrong with them noted.
  private mutating func transferCodings() -> [String] {
    let codings = fields.fields.tokens(of: "Transfer-Encoding").map { coding in
      coding.split(separator: ";").first.map { WireText.decode(ASCII.trimmed(Array($0.utf8)[...])) }
        ?? ""
    }
    guard !codings.isEmpty else { return [] }
    if startLine.isOldVersion {
      noteAll("Transfer-Encoding", as: .transferEncodingInOldVersion)
    }
    let count = codings.count { $0 == "chunked" }
    if count > 1 {
      noteAll("Transfer-Encoding", as: .chunkedRepeated)
    } else if count == 1, codings.last != "chunked" {
      noteAll("Transfer-Encoding", as: .chunkedNotLast)
    }
    let known = ["chunked", "compress", "deflate", "gzip", "x-compress", "x-gzip"]
    if !codings.allSatisfy(known.contains) {
      noteAll("Transfer-Encoding", as: .transferCodingUnknown)
    } else if subject != .request, count == 0 || codings.last == "chunked",
      codings.contains(where: { $0 != "chunked" && !askedTransferCodings.contains($0) })
    {
      noteAll("Transfer-Encoding", as: .transferCodingUnasked)
    }
    // "identity" is no coding any more; what it once said is that nothing frames the body here.
    return codings.filter { $0 != "identity" }
  }

  /// The length that Content-Length gives, with what is wrong with it noted.
  ///
  /// Of several values the smallest counts: then no byte is waited for in vain, and what comes
  /// beyond it shows as surplus.
  private mutating func contentLength() -> Int? {
    let values = fields.fields.values(of: "Content-Length")
    guard !values.isEmpty else { return nil }
    if fields.fields.contains(where: { $0.isNamed("Transfer-Encoding") }) {
      noteAll("Content-Length", as: .contentLengthWithTransferEncoding)
    }
    var lengths: [Int] = []
    var isInvalid = false
    for element in values.flatMap({
      $0.split(separator: ASCII.comma, omittingEmptySubsequences: false)
    }) {
      let text = ASCII.trimmed(element)
      let digits = text.first == 0x2B ? text.dropFirst() : text
      isInvalid = isInvalid || digits.count != text.count
      if let length = ASCII.decimal(digits) {
        lengths.append(length)
      } else if !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) {
        // Right by the grammar and beyond all bounds: the body limit answers it.
        lengths.append(Int.max)
      } else {
        isInvalid = true
      }
    }
    if isInvalid {
      noteAll("Content-Length", as: .contentLengthInvalid)
    } else if Set(lengths).count > 1 {
      noteAll("Content-Length", as: .contentLengthConflict)
    } else if lengths.count > 1 {
      noteAll("Content-Length", as: .contentLengthRepeated)
    }
    return lengths.min()
  }

  /// Notes one deviation that all lines of this name make together, at the first of them.
  private mutating func noteAll(_ name: String, as kind: Deviation.Kind) {
    let lines = fields.fields.filter { $0.isNamed(name) }.map(\.rawLine)
    guard !lines.isEmpty else { return }
    let evidence = Array(lines.joined(separator: MessageWriter.lineEnd))
    note(kind, at: offset(of: name), evidence: evidence)
  }

  /// Where the first line of this name began.
  private func offset(of name: String) -> Int {
    let index = fields.fields.firstIndex { $0.isNamed(name) }
    guard let index, index < fields.offsets.count else { return lineStart }
    return fields.offsets[index]
  }
}
