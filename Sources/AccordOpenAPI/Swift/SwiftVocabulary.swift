import AccordModel
import AccordSchema
import HTTPTypes

/// Writes the small values of which contracts are made.
enum SwiftVocabulary {
  typealias Arguments = [SwiftExpression.Argument]

  /// A member of the type that is asked for.
  static func member(_ name: String) -> SwiftExpression { .token("." + name) }

  /// Statuses.
  static func statuses(_ statuses: StatusSet) -> SwiftExpression {
    switch statuses {
    case .any: member("any")
    case .successful: member("successful")
    case .redirection: member("redirection")
    case .clientError: member("clientError")
    case .serverError: member("serverError")
    case .anyOf(let codes): .call(".anyOf", .numbers(codes))
    case .range(let range): .call(".range", .token("\(range.lowerBound)...\(range.upperBound)"))
    }
  }

  /// A value of a request.
  static func operand(_ operand: Operand) -> SwiftExpression {
    switch operand {
    case .literal(let value): return literal(value)
    case .given(let id, let field):
      var arguments = [SwiftExpression.Argument(label: nil, value: .text(id))]
      arguments.add("field", field.map(SwiftExpression.text))
      return .call(".given", arguments)
    case .unique(let prefix, let suffix):
      return .call(
        ".unique",
        [
          .init(label: "prefix", value: .text(prefix)),
          .init(label: "suffix", value: .text(suffix)),
        ]
      )
    case .stepOutput(let name, let step): return SwiftWorkflow.output(name, of: step)
    case .output:
      // No document is made into a value of an earlier answer.
      return .call(".literal", member("null"))
    }
  }

  private static func literal(_ value: JSON) -> SwiftExpression {
    switch value {
    case .string, .boolean: SwiftExpression(value)
    case .number(let number) where number.int != nil: SwiftExpression(value)
    case .number, .null, .array, .object: .call(".literal", SwiftExpression(value))
    }
  }

  /// Values by their names, with how they are written where that is not usual.
  static func values(_ arguments: AccordModel.Arguments) -> SwiftExpression {
    let usual = Parameter.Serialization(.form)
    guard arguments.list.contains(where: { $0.serialization != usual }) else {
      return .pairs(
        arguments.list.map { SwiftExpression.Pair(key: $0.name, value: operand($0.value)) }
      )
    }
    let list = arguments.list.map { argument in
      var written: Arguments = []
      written.add(nil, .text(argument.name))
      written.add(nil, operand(argument.value))
      written.add("as", serialization(argument.serialization))
      return SwiftExpression.call("Arguments.Argument", written)
    }
    return .call("Arguments", .list(list))
  }

  /// How a value is written.
  static func serialization(_ value: Parameter.Serialization) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, member(value.style.rawValue))
    let usual = Parameter.Serialization(value.style).explodes
    if value.explodes != usual { arguments.add("explode", .token("\(value.explodes)")) }
    if value.allowsReserved { arguments.add("allowReserved", .token("true")) }
    return .call("Parameter.Serialization", arguments)
  }

  /// A place in a value.
  static func pointer(_ pointer: JSONPointer) -> SwiftExpression {
    pointer.isRoot ? member("root") : .text(pointer.description)
  }

  /// A format.
  static func format(_ format: Format) -> SwiftExpression {
    let known: [(Format, String)] = [
      (.json, "json"), (.problemJSON, "problemJSON"), (.problemXML, "problemXML"),
      (.plainText, "plainText"), (.octetStream, "octetStream"), (.form, "form"),
      (.formData, "formData"),
    ]
    if let (_, name) = known.first(where: { $0.0 == format }) { return member(name) }
    var arguments: Arguments = []
    arguments.add(nil, .text(format.id))
    arguments.add(nil, syntax(format.syntax))
    arguments.add("mediaType", .text(format.mediaType))
    return .call("Format", arguments)
  }

  /// The syntax of bodies.
  static func syntax(_ syntax: Format.Syntax) -> SwiftExpression {
    switch syntax {
    case .json: member("json")
    case .xml: member("xml")
    case .jsonLines: member("jsonLines")
    case .csv: member("csv")
    case .jsv: member("jsv")
    case .form: member("form")
    case .multipart: member("multipart")
    case .parts: member("parts")
    case .text: member("text")
    // No document is made into a syntax of one's own.
    case .bytes, .own: member("bytes")
    }
  }

  /// How callers prove who they are.
  static func credential(_ credential: Credential) -> SwiftExpression {
    var arguments: Arguments = []
    switch credential.source {
    case .variable(let name):
      arguments.add(nil, .text(name))
      arguments.add("in", place(credential.place), unless: credential.place == .bearer)
      return .call(".token", arguments)
    case .basic(let user, let password):
      arguments.add("user", .text(user))
      arguments.add("password", .text(password))
      return .call(".basic", arguments)
    case .grant(let grant):
      arguments.add("token", .text(grant.endpoint))
      if case .password(let user, let password) = grant.kind {
        arguments.add("user", .text(user))
        arguments.add("password", .text(password))
      }
      arguments.add("id", grant.id.map(SwiftExpression.text))
      arguments.add("secret", grant.secret.map(SwiftExpression.text))
      arguments.add("scope", grant.scope.map(SwiftExpression.text))
      return .call(grant.kind == .clientCredentials ? ".clientCredentials" : ".password", arguments)
    case .login, .challenge, .signature, .own:
      // No document is made into one of these.
      return .call(".token", .text(credential.variables.first ?? ""))
    }
  }

  private static func place(_ place: Credential.Place) -> SwiftExpression {
    switch place {
    case .header(let name, "{token}"): .call(".header", .text(name))
    case .header(let name, let template): .call(".header", .text(name), .text(template))
    case .query(let name): .call(".query", .text(name))
    case .cookie(let name): .call(".cookie", .text(name))
    }
  }
}
