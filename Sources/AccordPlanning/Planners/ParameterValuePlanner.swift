import AccordModel
import AccordSchema

/// Sends wrong values of parameters: all of them in the usual place, and one in each other place
/// that the contract allows.
struct ParameterValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return scope.contract.parameters.filter { !scope.carriesVersion($0) }
        .flatMap { sketches(of: $0, base) }
    }
  }

  private func sketches(of parameter: Parameter, _ base: RequestDraft) -> [CaseSketch] {
    guard let general = parameter.invalid else { return [] }
    let usual = parameter.place(on: base.endpoint.route)
    let places = parameter.places(on: base.endpoint.route)
      .filter { general.places.isEmpty || general.places.contains($0) }
    return places.flatMap { place -> [CaseSketch] in
      let refusal = refusal(general, of: parameter, at: place, in: base.endpoint.contract)
      let probes = probes(of: parameter, general, at: place, in: base.endpoint.scope.options.depth)
      return probes.prefix(place == usual ? .max : 1).compactMap { probe in
        guard
          let draft = base.moving(parameter, to: place, value: .literal(probe.sent(in: place)))
        else { return nil }
        return CaseSketch(
          .wrongValue,
          ["parameter-invalid", parameter.name, probe.name]
            + (place == usual ? [] : [place.rawValue]),
          "A wrong value of \(parameter.name) in \(place.words) (\(probe.name))",
          draft,
          refused: refusal.trying(probe),
          because: "has for \(parameter.name) in \(place.words) \(probe.shown)",
          clauses: [parameter.clause]
            + (place == usual ? [] : [parameter.placesClause].compactMap(\.self))
        )
      }
    }
  }

  /// A value of the body is refused as the body's wrong values are, where the contract says how.
  private func refusal(
    _ general: Refusal,
    of parameter: Parameter,
    at place: Parameter.Place,
    in contract: Contract
  ) -> Refusal {
    guard place == .body, let body = contract.body else { return general }
    let pointer = JSONPointer(tokens: [parameter.name])
    return body.members.first { $0.pointer == pointer }?.refusal ?? body.invalid ?? general
  }

  private func probes(
    of parameter: Parameter,
    _ refusal: Refusal,
    at place: Parameter.Place,
    in depth: PlanDepth
  ) -> [Probe] {
    let wrong = WrongValues(schema: parameter.schema)
    guard let form = place.lexicalForm else {
      return refusal.probes.isEmpty
        ? wrong.asJSON() : refusal.probes.filter { !wrong.admits($0.value) }
    }
    let planned =
      parameter.isStructured
      ? WrongStructure(parameter: parameter, place: place).probes : wrong.asText(in: form)
    guard !refusal.probes.isEmpty else { return planned.filter { place.bears($0.value) } }
    let named = refusal.probes.filter { probe in
      // A text is what the contract's author meant; another value may be right as text.
      if case .string = probe.value { return true }
      return !parameter.violations(of: probe.value, in: place).isEmpty
    }
    let probes = named + others(planned, than: named, of: parameter, at: place, in: depth)
    return probes.filter { place.bears($0.value) }
  }
}

extension ParameterValuePlanner {
  /// One wrong value for each keyword of the schema that none of the named ones breaks.
  private func others(
    _ planned: [Probe],
    than named: [Probe],
    of parameter: Parameter,
    at place: Parameter.Place,
    in depth: PlanDepth
  ) -> [Probe] {
    guard depth != .quick else { return [] }
    func keyword(_ probe: Probe) -> String? {
      parameter.violations(of: probe.value, in: place).first?.keyword
    }
    var tried = Set(named.compactMap(keyword))
    let names = Set(named.map(\.name))
    return planned.filter { probe in
      guard let keyword = keyword(probe), !names.contains(probe.name) else { return false }
      return tried.insert(keyword).inserted
    }
  }
}

extension Probe {
  /// The value as it is sent: a text, a list or an object of texts, or a value of the body.
  fileprivate func sent(in place: Parameter.Place) -> JSON {
    switch value {
    case _ where place == .body: value
    case .array, .object: value
    case .null, .boolean, .number, .string: .string(value.wireText)
    }
  }
}

extension Parameter.Place {
  /// Whether a value arrives there as it is: a path is brought into its normal form on its way (RFC
  /// 3986 section 5.2.4), and blanks around the value of a header are none of it (RFC 9110 section
  /// 5.5).
  fileprivate func bears(_ value: JSON) -> Bool {
    let text = value.wireText
    switch self {
    case .path:
      return text.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !["", ".", ".."].contains($0) }
    case .header:
      return !text.isEmpty && text.first != " " && text.last != " "
        && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }
    case .query, .cookie, .form, .body: return true
    }
  }
}

extension Parameter {
  /// The places where a value of it counts on a route, the usual first.
  ///
  /// Where the path bears the right value, a place that the path wins over does not count.
  func places(on route: Contract.Route) -> [Place] {
    guard let usual = place(on: route) else { return [] }
    var others = places.filter { $0 != usual && $0 != .path }
    if usual == .path, let rank = places.firstIndex(of: .path) {
      others = others.filter { (places.firstIndex(of: $0) ?? .max) < rank }
    }
    return [usual] + others
  }
}
