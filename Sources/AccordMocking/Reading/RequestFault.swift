package import AccordModel

/// Something of a request that is not as its contract has it.
package struct RequestFault: Sendable, Hashable {
  /// The part of the request.
  package enum Part: Sendable, Hashable {
    /// Who calls.
    case credential
    /// A header field.
    case header
    /// The formats that it accepts.
    case format
    /// The version.
    case version
    /// A parameter.
    case parameter
    /// The content.
    case body
    /// Whatever the convention of the API's framework found first.
    case any
  }

  /// The part.
  package var part: Part

  /// What the contract says of it; `nil` where it says nothing.
  package var refusal: Refusal?

  /// What is wrong, as a sentence.
  package var sentence: String

  /// The fault that a refusal by the mock tells of, in a contract.
  init(_ part: Part, _ refusal: MockRefusal, in contract: Contract) {
    self.part = part
    self.refusal = refusal.declared ?? Self.named(refusal, in: contract)
    sentence = refusal.detail
  }

  /// What the contract says of an error that a convention knows by its name, for the field at fault.
  private static func named(_ refusal: MockRefusal, in contract: Contract) -> Refusal? {
    guard let name = refusal.name else { return nil }
    let named = contract.refusals.filter { $0.names.contains(name) }
    let fields = refusal.fields.map { $0.name.lowercased() }
    func isMeant(_ one: Refusal) -> Bool {
      one.fieldName.map { fields.contains($0.lowercased()) } ?? fields.isEmpty
    }
    guard var found = named.first(where: isMeant) ?? named.first else { return nil }
    if !isMeant(found) { found.fieldName = nil }
    return found
  }
}
