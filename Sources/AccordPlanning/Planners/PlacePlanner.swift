import AccordModel

/// Sends all parameters, the optional ones too, in each place that the contract allows, and the
/// content in each format that the endpoint reads.
struct PlacePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.routes.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return [Parameter.Place.query, .form, .body, .header, .cookie].flatMap {
        sketches(base, in: $0)
      }
    }
  }

  private func sketches(_ base: RequestDraft, in place: Parameter.Place) -> [CaseSketch] {
    let formats = RequestDraft.contentFormats(of: base.endpoint)
    guard let draft = moved(base, to: place) else { return [] }
    guard place == .body else {
      guard draft.template != base.template else { return [] }
      return sketch(draft, place, []).map { [$0] } ?? []
    }
    let endpoint = base.endpoint
    return formats.compactMap { format in
      // What is right as one schema says need not be so as another.
      let isAlike =
        endpoint.bodySchema(in: format) == endpoint.bodySchema(in: base.contentFormat)
      guard draft.content == nil || isAlike else { return nil }
      var draft = draft
      draft.contentFormat = format
      guard draft.hasContent, draft.template != base.template else { return nil }
      return sketch(draft, place, formats.count > 1 ? [format.id] : [])
    }
  }

  private func sketch(
    _ draft: RequestDraft,
    _ place: Parameter.Place,
    _ format: [String]
  ) -> CaseSketch? {
    let format = format.first
    return CaseSketch(
      .example,
      ["place", place.rawValue] + (format.map { [$0] } ?? []),
      "The request is read from \(place.words)" + (format.map { " in \($0)" } ?? ""),
      draft,
      clauses: draft.endpoint.contract.parameters.filter { parameter in
        parameter.usual != place
          && draft.arguments.contains {
            $0.name == parameter.name && $0.place == place
          }
      }.compactMap(\.placesClause)
    )
  }

  /// The request with every parameter there that may be there; `nil` if it cannot be sent.
  private func moved(_ base: RequestDraft, to place: Parameter.Place) -> RequestDraft? {
    let route = base.endpoint.route
    var draft = base
    var isMoved = false
    for parameter in base.endpoint.contract.parameters {
      guard parameter.places.contains(place), !base.endpoint.scope.carriesVersion(parameter),
        parameter.place(on: route) != .path
      else { continue }
      let sent = base.arguments.first { $0.name == parameter.name }
      guard let value = sent?.value ?? parameter.example,
        let next = draft.moving(parameter, to: place, value: value)
      else { continue }
      draft = next
      isMoved = true
    }
    // Without parameters there is still the content, which other formats can bear.
    guard isMoved || (place == .body && base.content != nil) else { return nil }
    return draft
  }
}
