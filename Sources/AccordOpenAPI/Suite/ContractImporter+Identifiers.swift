import AccordModel
import AccordSchema
import HTTPTypes

extension ContractImporter {
  /// Puts the live data of path variables into their parameters; tells whether all of them have some.
  func bindPath(
    _ parameters: inout [ParameterImporter.Imported],
    _ errors: [Int]
  ) -> Bool {
    var isKnown = true
    for index in parameters.indices where parameters[index].parameter.usual == .path {
      let parameter = parameters[index].parameter
      if let given = finder.given(for: parameter, of: operation) {
        parameters[index].parameter.example = .given(given.id)
        parameters[index].others = []
      } else if parameter.schema.content.enumeration == nil {
        isKnown = false
        // What is no identifier for all that is known may be any value.
        if !errors.contains(404) { parameters[index].parameter.unknown = nil }
        let given = finder.untoldGiven(for: parameter, of: operation)
        if let given { parameters[index].parameter.example = .given(given.id) }
        context.assume(
          .madeUpIdentifier(
            parameter: parameter.name,
            given: given.map { "\(context.suite).\($0.id)" }
          ),
          at: parameters[index].node
        )
      }
    }
    return isKnown
  }

  /// That a made-up identifier may name nothing, where the document lists no answer for that.
  func admitNotFound(_ responses: inout ResponseImporter.Imported, _ errors: [Int]) {
    guard !responses.others.contains(where: { $0.statuses.contains(404) }) else { return }
    let rule = ResponseRule.status(
      .notFound,
      .unspecified,
      name: "not-found",
      basis: ImportAssumption.unknownIdentifier.basis,
      contentBasis: ImportAssumption.errorNotListed.basis,
      fileID: node.file,
      line: node.line
    )
    responses.others.append(rule)
  }

  /// The live data that a call uses up: what it deletes.
  func consumed(_ parameters: [Parameter]) -> [Given.ID] {
    guard operation.method == .delete,
      case .variable(let name)? = RouteTemplate(operation.route).segments.last?.first,
      case .given(let id, _)? = parameters.first(where: { $0.name == name }).flatMap({
        let given =
          finder.given(for: $0, of: operation) ?? finder.untoldGiven(for: $0, of: operation)
        return given.map { Operand.given($0.id) }
      })
    else { return [] }
    return [id]
  }
}
