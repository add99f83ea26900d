import AccordModel
import AccordSchema

extension OperandValues {
  /// Where a request goes if not to the server of the suite.
  func foreignTarget(of request: RequestTemplate) -> URIReference? {
    guard let operand = request.target, let target = value(of: operand)?.string else { return nil }
    return URIReference(leadingAway: target)
  }
}

extension URIReference {
  /// A reference that names a server of its own; `nil` for one that does not.
  init?(leadingAway text: String) {
    self.init(text)
    guard scheme != nil || authority != nil else { return nil }
  }
}

extension Case {
  /// Whether an answer may lead to another server.
  func allows(_ origin: String) -> Bool {
    workflow?.origins.contains { URIReference($0).origin == origin } ?? false
  }
}
