import AccordModel
import AccordSchema

/// Sends well-formed values that name nothing.
struct UnknownValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return scope.contract.parameters.flatMap { parameter -> [CaseSketch] in
        guard let refusal = parameter.unknown, !scope.carriesVersion(parameter),
          let place = parameter.place(on: endpoint.route)
        else { return [] }
        return probes(of: parameter, refusal, at: place).compactMap { probe in
          guard let draft = base.moving(parameter, to: place, value: .literal(probe.value)) else {
            return nil
          }
          return CaseSketch(
            .wrongValue,
            ["parameter-unknown", parameter.name, probe.name],
            "A value of \(parameter.name) that names nothing (\(probe.name))",
            draft,
            refused: refusal.trying(probe),
            because: "has for \(parameter.name) in \(place.words) \(probe.shown)",
            clauses: [parameter.clause]
          )
        }
      }
    }
  }

  private func probes(
    of parameter: Parameter,
    _ refusal: Refusal,
    at place: Parameter.Place
  ) -> [Probe] {
    guard refusal.probes.isEmpty else { return refusal.probes }
    // Which list or object names nothing is not to be guessed.
    guard !parameter.isStructured else { return [] }
    let why = "is well-formed and names nothing"
    let wrong = WrongValues(schema: parameter.schema)
    let candidates: [JSON] = [
      "5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3", 2_147_483_646, .string("no-such-\(parameter.name)"),
    ]
    let value = candidates.first { value in
      guard let form = place.lexicalForm else { return wrong.admits(value) }
      return wrong.admits(text: value.wireText, in: form)
    }
    return value.map { [Probe("well-formed", $0, why: why)] } ?? []
  }
}
