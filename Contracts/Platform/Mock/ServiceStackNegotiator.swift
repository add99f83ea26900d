import AccordMocking
import AccordModel

/// ServiceStack's choice of the format of an answer.
///
/// The suffix beats the query, and the query Accept. Accept is compared in the server's order, not
/// in the client's, and without weights; only the first media type of each line counts, because the
/// host passes lines on unsplit. 406 is never sent.
struct ServiceStackNegotiator: Sendable {
  private let formats: [Format]
  private let fallback: Format

  /// The formats that the server prefers, in its order; others come after `*/*`.
  private let preferred: [Format]

  init(_ suite: ContractSuite) {
    formats = suite.formats
    let fallback = suite.negotiation.flatMap { suite.format($0.fallback) }
    self.fallback = fallback ?? suite.formats.first ?? .json
    preferred = ["application/json", "application/xml", "application/jsv"].compactMap { type in
      suite.formats.first { $0.mediaType == type }
    }
  }

  /// The format of the answer to a request.
  func format(of request: MockRequest, _ target: RequestTarget, suffix: Format?) -> Format {
    if let suffix { return suffix }
    if target.value(of: "callback") != nil { return named("json") ?? fallback }
    if let text = target.value(of: "format") {
      let name = text.prefix { $0 != "." }.lowercased()
      if let format = formats.first(where: { $0.queryValue == name }) { return format }
    }
    return byAccept(request)
  }

  private func named(_ id: Format.ID) -> Format? { formats.first { $0.id == id } }

  private func byAccept(_ request: MockRequest) -> Format {
    let lines = request.fields.values(of: "Accept")
    let own = ownType(of: request)
    let types = lines.map { line in
      String(line.prefix { $0 != ";" }).trimmed.lowercased()
    }
    let accepted = preferred.filter { format in types.contains { $0.hasPrefix(format.mediaType) } }
    // The request's own type wins if it is accepted and preferred.
    if let format = accepted.first(where: { $0.mediaType == own }) { return format }
    if let format = accepted.first { return format }
    if types.contains("*/*") {
      return formats.first { $0.mediaType == own } ?? fallback
    }
    for line in lines {
      let line = line.trimmed.lowercased()
      if let format = formats.first(where: { line.hasPrefix($0.mediaType) }) { return format }
    }
    return fallback
  }

  /// The media type of the request's body; forms count as the server's default.
  private func ownType(of request: MockRequest) -> String? {
    guard let type = request.contentType else { return nil }
    return type.isForm || type.essence == "multipart/form-data" ? fallback.mediaType : type.essence
  }
}
