import AccordModel
import AccordSchema

/// Writes the body that an operation reads.
struct ExportedBody {
  let operation: ExportedOperation

  init(_ operation: ExportedOperation) { self.operation = operation }

  private var contract: Contract { operation.contract }

  /// The body; nil where there is none, or not for the versions of the route.
  func json() throws(SchemaError) -> JSON? {
    guard let body = contract.body else { return nil }
    if let served = operation.route.version?.served, !body.versions.isEmpty,
      Set(served).isDisjoint(with: body.versions)
    {
      return nil
    }
    var content: [JSONMember] = []
    for id in body.formats {
      guard let format = operation.suite.format(id) else { continue }
      var media = [
        JSONMember(
          "schema",
          try operation.exporter.components.shared(
            body.schema(in: id),
            named: contract.id + ".request"
          )
        )
      ]
      let examples = examples(in: id, isUsual: id == body.formats.first)
      if !examples.isEmpty { media.append(JSONMember("examples", .object(examples))) }
      content.append(JSONMember(format.mediaType, .object(media)))
    }
    guard !content.isEmpty else { return nil }
    return ["required": .boolean(body.isRequired), "content": .object(content)]
  }

  /// The documented requests, but for those whose values are found in a run.
  private func examples(in format: Format.ID, isUsual: Bool) -> [JSONMember] {
    var names: Set<String> = []
    let served = operation.route.version?.served
    return contract.examples.compactMap { example in
      guard let body = example.body, example.bodyValues.isEmpty,
        example.format == format || example.format == nil && isUsual,
        case .response = example.outcome
      else { return nil }
      if let served, !example.versions.isEmpty, Set(served).isDisjoint(with: example.versions) {
        return nil
      }
      if !example.routes.isEmpty, !example.routes.contains(operation.route.name) { return nil }
      // The same value says nothing more under another name.
      guard names.insert(body.text()).inserted else { return nil }
      // What is read back has the format behind its name.
      let suffix = "-" + format
      let name =
        !isUsual && example.name.hasSuffix(suffix) && example.name != suffix
        ? String(example.name.dropLast(suffix.count)) : example.name
      return JSONMember(name, ["value": body])
    }
  }
}
