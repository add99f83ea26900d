extension UnmatchedSetting: CustomStringConvertible {
  /// How many names are listed where none is near.
  private static let most = 20

  /// What is wrong and what to do, as sentences.
  public var description: String {
    switch self {
    case .operation(let name, let known):
      "No operation is called \"\(name)\". \(Self.hint(name, known))"
    case .scheme(let name, let known):
      "No security scheme that can be carried is called \"\(name)\". \(Self.hint(name, known))"
    case .noScheme(_, known: []):
      "The document declares no security scheme that can be carried: nothing tells its roles apart."
    case .noScheme(let role, let known):
      "Say by \"scheme\" how \(role) proves who it is. \(Self.list(known))"
    case .role(let name, let known): "No role is called \"\(name)\". \(Self.hint(name, known))"
    case .error(let name, let known):
      "No error is called \"\(name)\". \(Self.hint(name, known))"
    case .errorTwice(let name): "Two errors are called \"\(name)\"."
    case .codeTwice(let code, let error):
      "The code \(code) stands for \(error) already: nothing would tell the two apart."
    case .codeOfSuccess(let code, let error):
      "The code \(code) stands for no error, and cannot stand for \(error)."
    case .noPlace:
      "Errors have names, and nothing says where they show them: say it by \"name\", \"code\", \"type\" or "
        + "\"header\"."
    case .state(let name, let known):
      "The life cycle has no state \"\(name)\". \(Self.hint(name, known))"
    case .refusal(let place, let known):
      "The operation refuses nothing at \"\(place)\". \(Self.hint(place, known))"
    case .identity(let name, let known):
      "The identity has no part \"\(name)\". \(Self.hint(name, known))"
    case .parameter(let name, let known):
      "The operation has no parameter \"\(name)\". \(Self.hint(name, known))"
    case .noIdentity(let operation, let known):
      "Nothing that \(operation) sends says which resource is meant: say by \"arguments\" which parameter does. "
        + Self.list(known)
    case .given(let name, let known):
      "The suite has no live data \"\(name)\". \(Self.hint(name, known))"
    case .noOrigin:
      "Say either by \"made\" which operation makes one, or by \"given\" which live data are some."
    case .unreached(let state): "No transition leads to the state \"\(state)\"."
    case .noRemoval:
      "Nothing removes what its cases make: say by \"cleanUp\" which operations do, or [] where none does."
    }
  }

  /// The name that was probably meant, or those that there are.
  private static func hint(_ name: String, _ known: [String]) -> String {
    NearestName.question(name, among: known) ?? list(known)
  }

  private static func list(_ known: [String]) -> String {
    guard !known.isEmpty else { return "There are none." }
    let rest = known.count > most ? ", and \(known.count - most) more" : ""
    return "There are: \(known.prefix(most).joined(separator: ", "))\(rest)."
  }
}
