import AccordModel

/// Accepts only, and sends, a media type that no server knows.
struct MediaTypePlanner: OriginPlanner {
  /// A media type of the vendor tree that nobody has registered (RFC 6838 section 3.2).
  private static let unknown = "application/vnd.accord.unknown"

  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.routes.flatMap { endpoint in
      [unacceptable(endpoint), unsupported(endpoint)].compactMap(\.self)
    }
  }

  private func unacceptable(_ endpoint: Endpoint) -> CaseSketch? {
    guard let refusal = endpoint.contract.unacceptable, var draft = endpoint.base else {
      return nil
    }
    draft.selections = []
    return CaseSketch(
      .format,
      ["format-unacceptable"],
      "A request that accepts none of the formats",
      draft.sending(Self.unknown, in: "Accept"),
      refused: refusal,
      because: "accepts \(Self.unknown) alone, which is none of the formats"
    )
  }

  private func unsupported(_ endpoint: Endpoint) -> CaseSketch? {
    guard let body = endpoint.contract.body, let refusal = body.unsupported,
      let base = endpoint.bases.first(where: { $0.content != nil })
    else { return nil }
    return CaseSketch(
      .format,
      ["body-unsupported"],
      "A body in a format that is not read",
      base.sending(Self.unknown, in: "Content-Type"),
      refused: refusal,
      because: "has a body of the type \(Self.unknown), which is not read",
      clauses: [body.clause]
    )
  }
}
