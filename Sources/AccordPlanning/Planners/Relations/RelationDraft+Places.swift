import AccordModel

extension RelationDraft {
  /// A parameter in a stronger place with the right value and in a weaker one with another.
  ///
  /// The path cannot be left out, so it takes part wherever the route names the parameter.
  func strongerPlaceWins(_ name: String, _ decoy: Operand) -> [CaseSketch] {
    guard let base, let parameter = scope.contract.parameters.first(where: { $0.name == name }),
      let right = base.arguments.first(where: { $0.name == name })?.value ?? parameter.example
    else { return [] }
    let isInPath = parameter.place(on: base.endpoint.route) == .path
    let pathRank = isInPath ? parameter.places.firstIndex(of: .path) : nil
    let places = parameter.places.indices
    return places.flatMap { strong in
      places.filter { $0 > strong }.compactMap { weak -> CaseSketch? in
        let pair = [parameter.places[strong], parameter.places[weak]]
        // A path that is stronger than both would decide, whatever the two bear.
        if let pathRank, pathRank < strong { return nil }
        guard isInPath || !pair.contains(.path) else { return nil }
        let used = isInPath && !pair.contains(.path) ? pair + [.path] : pair
        guard let contested = contested(parameter, used, right, decoy, base) else { return nil }
        let variant = "\(pair[0].rawValue)-over-\(pair[1].rawValue)"
        let steps =
          base.example.changesState
          ? [(name: "contested", draft: contested)]
          : [(name: "alone", draft: base), (name: "contested", draft: contested)]
        let detail = "\(name) in \(pair[0].words) and in \(pair[1].words)"
        return sketch(variant, detail, steps, at: base.endpoint)
      }
    }
  }

  /// The request with the right value in the first place and the decoy in the others.
  private func contested(
    _ parameter: Parameter,
    _ places: [Parameter.Place],
    _ right: Operand,
    _ decoy: Operand,
    _ base: RequestDraft
  ) -> RequestDraft? {
    var draft = base
    draft.arguments.removeAll { $0.name == parameter.name }
    draft.arguments += places.enumerated().map { rank, place in
      RequestDraft.Placed(
        name: parameter.name,
        place: place,
        value: rank == 0 ? right : decoy
      )
    }
    return draft.isPossible ? draft : nil
  }
}
