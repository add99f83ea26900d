import AccordModel

/// What is read into an OpenAPI document that it leaves open.
enum ImportAssumption: Hashable {
  /// That a wrong request is refused.
  case wrongRequest
  /// That it is refused with one of the statuses that are listed; empty where none is.
  case refusalStatus([Int])
  /// That a request whose values the server may not know is right.
  case madeUpValues
  /// That an identifier which nothing has is not found.
  case unknownIdentifier
  /// That an identifier is what a list has at a member.
  case listed(parameter: String, member: String, operation: String)
  /// That an identifier is what a call that creates something answers with.
  case created(parameter: String, member: String, operation: String)
  /// That an identifier may name nothing, unless a person gives the live data of this name.
  case madeUpIdentifier(parameter: String, given: String?)
  /// That what one operation makes is read by another one, until a third one removes it.
  case life(maker: String, reader: String, remover: String?)
  /// That content of any media type is JSON.
  case anyMediaType
  /// That an error is one of a status that is not listed.
  case errorNotListed

  /// The reason, as a sentence.
  var reason: String {
    switch self {
    case .wrongRequest: "OpenAPI says which requests are right, and not what others get."
    case .refusalStatus([]): "The document lists no error for the operation."
    case .refusalStatus(let statuses):
      "The document lists \(Self.words(statuses)) for the operation, and does not say for which request."
    case .madeUpValues:
      "The document does not say what the server holds: values are its examples, or made from its schemas."
    case .unknownIdentifier: "OpenAPI does not say what an identifier gets that names nothing."
    case .listed(let parameter, let member, let operation):
      "\(parameter) is taken from \(member) of what \(operation) lists: their names agree."
    case .created(let parameter, let member, let operation):
      "\(parameter) is taken from \(member) of what \(operation) answers: their names agree."
    case .madeUpIdentifier(let parameter, nil):
      "No operation tells a value of \(parameter): the one that is sent may name nothing."
    case .madeUpIdentifier(let parameter, let given?):
      "No operation tells a value of \(parameter): give one with --given \(given)=VALUE; the one that is sent "
        + "without it may name nothing."
    case .life(let maker, let reader, nil):
      "What \(maker) makes is taken to be what \(reader) reads."
    case .life(let maker, let reader, let remover?):
      "What \(maker) makes is taken to be what \(reader) reads until \(remover) removes it."
    case .anyMediaType: "No media type is named: content is taken for JSON."
    case .errorNotListed: "A document need not list every error of an operation."
    }
  }

  private static func words(_ statuses: [Int]) -> String {
    let texts = statuses.map(String.init)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The basis of a promise that rests on it.
  var basis: Basis { .assumption(reason) }
}
