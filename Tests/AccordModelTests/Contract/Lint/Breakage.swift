import AccordModel
import Testing

/// One way to break the sound suite, with what the lint says.
struct Breakage: Sendable, CustomTestStringConvertible {
  let check: String
  let messages: [String]
  let change: @Sendable (inout ContractSuite) -> Void

  var testDescription: String { "\(check): \(messages.first ?? "")" }

  /// A change of the suite for which a check says exactly this.
  static func suite(
    _ check: String,
    _ messages: String...,
    by change: @escaping @Sendable (inout ContractSuite) -> Void
  ) -> Breakage {
    Breakage(check: check, messages: messages, change: change)
  }

  /// A change of the contract that waters for which a check says exactly this.
  static func water(
    _ check: String,
    _ messages: String...,
    by change: @escaping @Sendable (inout Contract) -> Void
  ) -> Breakage {
    Breakage(check: check, messages: messages) { change(&$0.contracts[0]) }
  }

  /// A change of the contract that lists for which a check says exactly this.
  static func list(
    _ check: String,
    _ messages: String...,
    by change: @escaping @Sendable (inout Contract) -> Void
  ) -> Breakage {
    Breakage(check: check, messages: messages) { change(&$0.contracts[1]) }
  }
}
