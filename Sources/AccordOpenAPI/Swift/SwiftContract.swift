import AccordModel
import AccordSchema
import HTTPTypes

/// Writes a contract.
struct SwiftContract {
  private typealias Arguments = [SwiftExpression.Argument]

  private let contract: Contract
  private let constant: String
  private let schemas: SwiftSchemas
  private let bases: SwiftBases
  private let refusals: SwiftRefusals

  /// Prepares a contract that stands under a name; `refusals` are those of its file.
  init(
    _ contract: Contract,
    as constant: String,
    schemas: SwiftSchemas,
    bases: SwiftBases,
    refusals: SwiftRefusals
  ) {
    self.contract = contract
    self.constant = constant
    self.schemas = schemas
    self.bases = bases
    self.refusals = refusals
  }

  /// The contract.
  var expression: SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(contract.id))
    arguments.add(nil, .text(contract.summary))
    arguments.add("name", .text(contract.name), unless: contract.name == contract.id)
    arguments.add("document", .text(contract.document))
    arguments.add("effect", contract.effect.map { .token(".\($0)") })
    list("references", contract.references.map(Self.page), &arguments)
    arguments.add("routes", .list(contract.routes.map(route)))
    arguments.add("credential", contract.credential.map(credential))
    list("parameters", contract.parameters.map(parameter), &arguments)
    arguments.add("body", contract.body.map(body))
    arguments.add("responses", .list(contract.responses.map(response)))
    list("otherwise", contract.otherwise.map(response), &arguments)
    arguments.add("examples", .list(contract.examples.map(SwiftExample(bases: bases).expression)))
    list("notes", contract.notes.map(SwiftExpression.text), &arguments)
    let value = SwiftExpression.call("Contract", arguments)
    return contract.responseTime.map { value.promising($0, bases) } ?? value
  }

  private func list(_ label: String, _ items: [SwiftExpression], _ arguments: inout Arguments) {
    arguments.add(label, .list(items), unless: items.isEmpty)
  }

  /// A page.
  static func page(_ page: SourcePage) -> SwiftExpression {
    .call("SourcePage", .text(page.title), .text(page.address))
  }

  // MARK: - The request

  private static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]

  private func route(_ route: Contract.Route) -> SwiftExpression {
    let method = route.methods.probed.first?.rawValue ?? "GET"
    let path = SwiftExpression.text(route.path.description)
    guard Self.methods.contains(method) else { return .call(".method", .text(method), path) }
    return .call("." + method.lowercased(), path)
  }

  private func credential(_ rule: CredentialRule) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add("as", rule.role.map(SwiftExpression.text))
    arguments.add("missing", rule.missing.map(refusals.expression))
    arguments.add("invalid", rule.invalid.map(refusals.expression))
    return .call(".required", arguments)
  }

  private func parameter(_ parameter: Parameter) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(parameter.name))
    arguments.add(nil, schemas.expression(parameter.schema))
    arguments.add("in", .list(parameter.places.map { .token(".\($0.rawValue)") }))
    arguments.add("required", .token("\(parameter.isRequired)"))
    arguments.add(nil, .text(parameter.meaning), unless: parameter.meaning.isEmpty)
    arguments.add("style", parameter.style.map { .token(".\($0.rawValue)") })
    arguments.add("explode", parameter.explode.map { .token("\($0)") })
    arguments.add("allowReserved", .token("true"), unless: !parameter.allowReserved)
    arguments.add("example", parameter.example.map(SwiftVocabulary.operand))
    arguments.add("missing", parameter.missing.map(refusals.expression))
    arguments.add("invalid", parameter.invalid.map(refusals.expression))
    arguments.add("unknown", parameter.unknown.map(refusals.expression))
    arguments.add("basis", bases.expression(parameter.clause.basis))
    return .call(".parameter", arguments)
  }

  private func body(_ body: Contract.RequestBody) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, schemas.expression(body.schema))
    arguments.add("in", .texts(body.formats), unless: body.formats == ["json"])
    let others = body.schemas.map { entry in
      SwiftExpression.call(
        ".schema",
        [
          .init(label: nil, value: schemas.expression(entry.schema)),
          .init(label: "in", value: .text(entry.format)),
        ]
      )
    }
    list("schemas", others, &arguments)
    arguments.add("required", .token("false"), unless: body.isRequired)
    arguments.add("malformed", body.malformed.map(refusals.expression))
    arguments.add("unsupported", body.unsupported.map(refusals.expression))
    arguments.add("incomplete", body.incomplete.map(refusals.expression))
    arguments.add("invalid", body.invalid.map(refusals.expression))
    arguments.add("basis", bases.expression(body.clause.basis))
    return .call(".body", arguments)
  }

  // MARK: - Answers

  private func response(_ rule: ResponseRule) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, SwiftVocabulary.statuses(rule.statuses))
    arguments.add(nil, content(rule.content))
    arguments.add("in", .texts(rule.formats), unless: rule.formats.isEmpty)
    list("headers", rule.headers.map(header), &arguments)
    arguments.add("name", .text(rule.name), unless: rule.name == "success")
    arguments.add("basis", bases.expression(rule.clause.basis))
    arguments.add("contentBasis", bases.expression(rule.contentClause.basis))
    return .call(".statuses", arguments)
  }

  private func content(_ content: ResponseRule.Content) -> SwiftExpression {
    switch content {
    case .payload(let schema): return .call(".payload", schemas.expression(schema))
    case .rows(let schema, let pointer):
      return .call(
        ".rows",
        [
          .init(label: nil, value: schemas.expression(schema)),
          .init(label: "of", value: SwiftVocabulary.pointer(pointer)),
        ]
      )
    case .octets(let octets):
      let most = octets.count.upperBound == .max ? "" : "\(octets.count.upperBound)"
      let range = SwiftExpression.token("\(octets.count.lowerBound)...\(most)")
      return .call(".bytes", [.init(label: "count", value: range)])
    case .empty: return .token(".empty")
    case .unspecified: return .token(".unspecified")
    }
  }

  private func header(_ rule: HeaderRule) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(rule.name))
    arguments.add(nil, schemas.expression(rule.value))
    arguments.add(nil, .text(rule.meaning), unless: rule.meaning.isEmpty)
    arguments.add("basis", bases.expression(rule.clause.basis))
    return .call(rule.presence == .required ? ".required" : ".optional", arguments)
  }
}

extension SwiftExpression {
  /// The contract or the suite with a promise of a response time.
  func promising(_ time: ResponseTime, _ bases: SwiftBases) -> SwiftExpression {
    let nanoseconds = ResponseTime.nanoseconds(time.limit)
    let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
    let limit = rest == 0 ? ".milliseconds(\(whole))" : ".nanoseconds(\(nanoseconds))"
    var arguments: [Argument] = []
    arguments.add("within", .token(limit))
    arguments.add("basis", bases.expression(time.clause.basis) ?? .token(".stated"))
    return applying("answers", arguments)
  }
}
