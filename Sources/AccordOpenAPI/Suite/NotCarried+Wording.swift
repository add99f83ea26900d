extension NotCarried.Reason {
  /// Why something is not part of the suite, as a sentence.
  package var message: String {
    switch self {
    case .callback: "A callback is a request that the server makes: it is not checked."
    case .webhook: "A webhook is a request that the server makes: it is not checked."
    case .link: "The link is not followed."
    case .noRequest(let why): "The operation is not checked: \(why)"
    case .method(let name): "\"\(name)\" is no method: the operation is not checked."
    case .ownServers:
      "The servers of a path or an operation are not called: all requests go to one server."
    case .repeatedParameter(let name):
      "Another parameter of the operation is called \(name): this one is never sent."
    case .ignoredHeader(let name):
      "\(name) is not described by a parameter (OpenAPI, \"Parameter Object\"): it is ignored."
    case .parameter(let why): "The parameter is never sent: \(why)"
    case .emptyValue: "That the parameter may be sent without a value is not tried."
    case .contentOfParameter(let mediaType): "The value is not looked into as \(mediaType)."
    case .mediaRange(let range): "\(range) names no media type: content is not looked into."
    case .mediaTypeParameters(let type): "The parameters of \(type) are not looked at."
    case .sameEssence(let type):
      "Another media type differs from \(type) in its parameters only: this one is not checked."
    case .body(let mediaType, let why): "No body is sent as \(mediaType): \(why)"
    case .encoding(let why): "The encoding is not followed: \(why)"
    case .stream: "The items of a stream are not looked into."
    case .interimAnswer(let status): "\(status) is an interim answer: it is not promised."
    case .status(let status): "\"\(status)\" is no status: the answer is not promised."
    case .header(let why): "The header is not looked into: \(why)"
    case .example(let why): "The example is not used: it does not follow its schema. \(why)"
    case .exampleNotRead: "The example is not used: its value does not stand in the document."
    case .discriminator:
      "The discriminator stands beside neither oneOf nor anyOf: values are held to this schema, and not "
        + "to the one that the property names."
    case .discriminatorDefault: "The default of the discriminator is not looked at."
    case .security(let why): "The security scheme is not used: \(why)"
    case .flow(let name, let variable):
      "In the flow \(name) a person has to agree: the token is taken from \(variable)."
    case .alternative:
      "Requests bear the first alternative that can be carried: this one is not tried."
    case .combination: "A request bears one credential: those beside the first are not sent."
    case .reference(let why): why
    case .workflow(let id, let gap): "The workflow \"\(id)\" is not run: \(gap.message)"
    case .step(let gap): gap.message
    case .extensionMember(let why):
      "The document is read without the members that begin with x-accord-. \(why)"
    case .noWord(let what): "\(what) is not looked at."
    }
  }
}
