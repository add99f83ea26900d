import AccordModel
import AccordSchema
import HTTPTypes

/// The `curl` command of a request whose live values are still open: variables of the shell stand for
/// them, for the address of the server and for what is secret.
struct RequestCommand {
  /// The variable of the server's address.
  static let server = "SERVER"

  /// The command on lines of a bearable length.
  let text: String

  /// The variables of live values, with the name of each in `accord verify --given`.
  private(set) var givens: [(variable: String, name: String)] = []

  /// Whether the credential is left out because it has to be made of the request itself.
  let isUnsigned: Bool

  /// The most columns of a line that can be parted.
  private static let width = 88

  /// The command of a request of a suite.
  init(_ template: RequestTemplate, in suite: ContractSuite) {
    let credential = suite.credential(as: template.role)
    if case .signature? = credential?.source {
      isUnsigned = true
    } else {
      isUnsigned = false
    }
    var known: [(variable: String, name: String)] = []
    var numbers: [String] = []
    let open = template.mapping { operand in
      guard case .given(let id, let field) = operand else { return operand }
      let name = field.map { "\(id).\($0)" } ?? id
      let variable = Self.variable(name)
      if !known.contains(where: { $0.name == name }) { known.append((variable, name)) }
      let given = suite.givens.first { $0.id == id }
      let schema = given?.fields.first { $0.name == field ?? id }?.schema
      if let types = schema?.content.types, !types.contains(.string) { numbers.append(variable) }
      return .literal(.string("$\(variable)"))
    }
    givens = known
    let target = Self.target(open, credential)
    let fields = Self.fields(open, credential)
    var body = RequestText(open, credential: credential).body ?? ""
    // A number stands without the quotes of a string.
    for number in numbers { body = body.replacing("\"$\(number)\"", with: "$\(number)") }
    let request = Exchange.Request(
      origin: "$\(Self.server)",
      method: open.method.rawValue,
      target: target,
      fields: fields,
      body: Array(body.utf8)
    )
    let secrets = (credential?.variables ?? []) + ["TOKEN"]
    let command = CurlCommand(
      request,
      expanding: [Self.server] + secrets + known.map(\.variable)
    )
    text = ShellText.wrapped(command.description, to: Self.width).joined(separator: "\n")
  }

  /// A name as that of a variable (POSIX.1-2024, Base Definitions, section 3.216).
  private static func variable(_ name: String) -> String {
    let text = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return text.first?.isNumber == true ? "_\(text)" : text
  }

  /// What stands for the token, as the variables that it is made from.
  private static func token(_ credential: Credential) -> String {
    switch credential.source {
    case .variable(let name): "$\(name)"
    case .login(_, let variable): "$\(variable ?? "TOKEN")"
    case .basic(let user, let password): "$\(user):$\(password)"
    case .challenge, .grant, .own, .signature: "$TOKEN"
    }
  }

  private static func target(_ template: RequestTemplate, _ credential: Credential?) -> String {
    func encoded(_ operand: Operand) -> Operand {
      guard case .literal(.string(let text)) = operand, !text.hasPrefix("$") else { return operand }
      return .literal(.string(PercentEncoding.encode(text)))
    }
    var bare = template
    bare.query = Arguments(
      template.query.list.map {
        Arguments.Argument($0.name, encoded($0.value), as: $0.serialization)
      }
    )
    bare.path = template.path.map { piece in
      guard case .value(let operand, let name, let serialization) = piece else { return piece }
      return .value(encoded(operand), of: name, as: serialization)
    }
    var line = RequestText(bare, credential: credential).line
    line.removeFirst(min(template.method.rawValue.count + 1, line.count))
    guard let credential else { return line }
    return line.replacing("{token}", with: token(credential))
  }

  private static func fields(_ template: RequestTemplate, _ credential: Credential?) -> [Field] {
    var bare = template
    bare.body = nil
    let lines = RequestText(bare, credential: credential).text.split(separator: "\n").dropFirst()
    return lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      let text = credential.map { value.replacing("{token}", with: token($0)) } ?? value
      return Field(String(line[..<colon]), text)
    }
  }
}

extension EndpointPage {
  /// The command that calls the endpoint as its first documented success does.
  var command: String {
    let planned = contract.examples.lazy.compactMap { example -> RequestTemplate? in
      guard case .response = example.outcome else { return nil }
      return cases.first { $0.origin == .example && $0.clauses.contains(example.clause.id) }?
        .steps.first?.request
    }
    guard let request = planned.first ?? cases.first?.steps.first?.request else { return "" }
    let command = RequestCommand(request, in: suite)
    var text = "\n### Call\n\n" + MarkdownText.block(command.text, language: "sh")
    text += "\n\(MarkdownText.code(RequestCommand.server)) is the address of the API"
    let values = command.givens.map { given in
      "\(MarkdownText.code(given.variable)) the live value \(MarkdownText.code(given.name))"
    }
    if !values.isEmpty { text += ", \(values.joined(separator: ", "))" }
    if suite.credential(as: request.role) != nil {
      text += "; the secrets are those of [Authentication](#authentication)"
    }
    text += "."
    if command.isUnsigned { text += " The signature of the request is to be added." }
    return text + "\n"
  }
}
