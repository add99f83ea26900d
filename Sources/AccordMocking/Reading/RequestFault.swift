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
    // A convention knows errors by their names alone.
    self.refusal =
      refusal.declared
      ?? refusal.name.flatMap { name in contract.refusals.first { $0.names.contains(name) } }
    sentence = refusal.detail
  }
}
