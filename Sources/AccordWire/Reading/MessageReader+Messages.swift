extension MessageReader {
  /// The response as far as it was read; nil before its status line.
  package var response: WireResponse? {
    guard case .response = subject, startLine.isRead else { return nil }
    return WireResponse(
      version: startLine.version,
      status: startLine.status,
      reason: WireText.decode(startLine.reason),
      fields: fields.flushed,
      rawHead: rawHead,
      interim: interim,
      framing: framing,
      body: body,
      trailers: trailers.flushed,
      surplus: surplus,
      deviations: deviations
    )
  }

  /// What was noted, in the order of the bytes.
  package var deviations: [Deviation] {
    var all = noted
    if let kind = surplusKind {
      all.append(Deviation(kind, at: offset, evidence: surplus))
    }
    // The standard sort is not promised to be stable, so the order of noting decides ties.
    return all.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// What bytes after the end of a response are called; pipelined requests are none.
  private var surplusKind: Deviation.Kind? {
    guard case .response(let method) = subject, !surplus.isEmpty else { return nil }
    if startLine.status == 101 || (method == "CONNECT" && (200...299).contains(startLine.status)) {
      return nil
    }
    // What lies between two lengths that disagree is not a second thing that is wrong.
    if noted.contains(where: { $0.kind == .contentLengthConflict }) { return nil }
    if surplus.starts(with: Array("HTTP/".utf8)) { return .surplus }
    switch (method, startLine.status) {
    case ("HEAD", _): return .bodyOnHEAD
    case (_, 204): return .bodyOn204
    case (_, 304): return .bodyOn304
    default: return .surplus
    }
  }

  /// Whether the connection may carry another message (RFC 9112, section 9.3).
  package var allowsReuse: Bool {
    guard step == .complete, startLine.hasKnownVersion, framing != .untilClose else {
      return false
    }
    if case .response = subject {
      guard surplus.isEmpty, startLine.status != 101 else { return false }
    }
    guard !noted.contains(where: { $0.kind.castsDoubtOnFraming }) else { return false }
    let options = fields.fields.tokens(of: "Connection")
    if options.contains("close") { return false }
    return startLine.version == "HTTP/1.1" || options.contains("keep-alive")
  }

  /// Whether a request waits for 100 before it sends its content (RFC 9110, section 10.1.1).
  package var expectsContinue: Bool {
    guard state == .body, !startLine.isOldVersion, body.isEmpty else { return false }
    return fields.fields.tokens(of: "Expect").contains("100-continue")
  }
}
