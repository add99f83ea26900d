import AccordModel
import AccordSchema
import HTTPTypes

/// Writes live data, with the calls by which it is found.
struct SwiftGiven {
  private typealias Arguments = [SwiftExpression.Argument]

  let schemas: SwiftSchemas

  /// Live data.
  func expression(_ given: Given) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(given.id))
    let schema = given.fields.first?.schema ?? .any
    arguments.add(nil, schemas.expression(schema))
    arguments.add(nil, .text(given.meaning))
    arguments.add("discovery", given.discovery.map(discovery))
    arguments.add("creation", given.creation.map(discovery))
    arguments.add("madeBy", given.making.map(making))
    arguments.add("guess", given.guess.map { SwiftExpression($0) })
    return .call(".given", arguments)
  }

  private func making(_ making: Given.Making) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(making.workflow))
    for (index, output) in making.outputs.enumerated() {
      let source = SwiftExpression.call(
        ".output",
        [
          .init(label: nil, value: .text(output.output)),
          .init(label: "of", value: .text(output.step)),
        ]
      )
      arguments.add(index == 0 ? "giving" : nil, source)
    }
    return .call(".workflow", arguments)
  }

  private func discovery(_ discovery: Given.Discovery) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(discovery.name))
    arguments.add(nil, request(discovery.request))
    arguments.add("list", SwiftVocabulary.pointer(discovery.list))
    arguments.add("members", .list(discovery.members.map(SwiftVocabulary.pointer)))
    arguments.add("effect", discovery.effect.map { .token(".\($0)") })
    return .call("Given.Discovery", arguments)
  }

  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE",
  ]

  private func request(_ request: RequestTemplate) -> SwiftExpression {
    let method = request.method.rawValue
    var arguments: Arguments = []
    arguments.add(
      nil,
      Self.methods.contains(method)
        ? .token(".\(method.lowercased())")
        : .token("HTTPRequest.Method(rawValue: \"\(SwiftText.escaped(method))\") ?? .get")
    )
    arguments.add(nil, .list(request.path.map(piece)))
    arguments.add(
      "query",
      SwiftVocabulary.values(request.query),
      unless: request.query.list.isEmpty
    )
    arguments.add("fields", .list(request.fields.map(field)), unless: request.fields.isEmpty)
    let others = [("headers", request.headers), ("cookies", request.cookies)]
    for (label, values) in others {
      arguments.add(label, SwiftVocabulary.values(values), unless: values.list.isEmpty)
    }
    arguments.add("credential", request.credential.map(credential))
    arguments.add("body", request.body.map(body))
    return .call("RequestTemplate", arguments)
  }

  private func piece(_ piece: RequestTemplate.PathPiece) -> SwiftExpression {
    switch piece {
    case .text(let text): return .call(".text", .text(text))
    case .value(let operand, let name, let serialization):
      var arguments: Arguments = []
      arguments.add(nil, SwiftVocabulary.operand(operand))
      arguments.add("of", name.map(SwiftExpression.text))
      let usual = Parameter.Serialization(.simple)
      arguments.add(
        "as",
        SwiftVocabulary.serialization(serialization),
        unless: serialization == usual
      )
      return .call(".value", arguments)
    }
  }

  private func field(_ field: RequestTemplate.Field) -> SwiftExpression {
    switch field.value {
    case .credential: .call("RequestTemplate.Field", .text(field.name), .token(".credential"))
    case .value(let operand):
      .call(
        "RequestTemplate.Field",
        .text(field.name),
        .call(".value", SwiftVocabulary.operand(operand))
      )
    }
  }

  private func credential(_ use: RequestTemplate.CredentialUse) -> SwiftExpression {
    switch use {
    case .valid(let role), .wrong(_, let role):
      var arguments: Arguments = []
      arguments.add("as", role.map(SwiftExpression.text))
      return .call(".valid", arguments)
    }
  }

  private func body(_ body: RequestTemplate.Body) -> SwiftExpression {
    switch body {
    case .value(let value, _, let syntax, let schema):
      .call(
        ".value",
        SwiftExpression(value),
        .list([]),
        SwiftVocabulary.syntax(syntax),
        schemas.expression(schema)
      )
    case .form(let values): .call(".form", SwiftVocabulary.values(values))
    case .bytes(let bytes): .call(".bytes", .numbers(bytes.map(Int.init)))
    // No document is made into content of an earlier answer.
    case .output: .call(".bytes", .numbers([]))
    }
  }
}
