import Accord
@testable import AccordMocking
import AccordWire
import Testing

/// A difference between servers that no document rules out.
struct HarmlessVariation: Sendable, CustomTestStringConvertible {
  /// How the server differs from the mock.
  enum Change: Sendable {
    /// It answers something that means the same.
    case answer(@Sendable (inout MockAnswer) -> Void)
    /// It reads something that documents leave open in a way of its own.
    case reading(@Sendable (inout MockRequest) -> Void)
    /// It writes the same answer in another way; `nil` writes it as usual.
    case writing(@Sendable (MockAnswer) -> WireReply?)
  }

  /// What it does, in words with hyphens.
  var name: String

  /// What allows it.
  var permission: String

  /// The suite that is served so.
  var suite: ContractSuite.ID

  /// The cases, as patterns; empty means the whole plan.
  var cases: [String]

  /// What it does.
  var change: Change

  var testDescription: String { "\(suite): \(name)" }

  /// A server with other answers to all cases of a suite, or to these.
  static func answers(
    _ name: String,
    _ permission: String,
    of suite: ContractSuite.ID,
    _ cases: [String]? = nil,
    _ change: @escaping @Sendable (inout MockAnswer) -> Void
  ) -> HarmlessVariation {
    HarmlessVariation(
      name: name,
      permission: permission,
      suite: suite,
      cases: cases ?? usualCases(of: suite),
      change: .answer(change)
    )
  }

  /// The same for both suites.
  static func everywhere(
    _ name: String,
    _ permission: String,
    _ change: @escaping @Sendable (inout MockAnswer) -> Void
  ) -> [HarmlessVariation] {
    ["interact", "platform"].map { answers(name, permission, of: $0, nil, change) }
  }

  /// A server that reads requests in a way of its own.
  static func reading(
    _ name: String,
    _ permission: String,
    of suite: ContractSuite.ID,
    _ cases: [String],
    _ change: @escaping @Sendable (inout MockRequest) -> Void
  ) -> HarmlessVariation {
    HarmlessVariation(
      name: name,
      permission: permission,
      suite: suite,
      cases: cases,
      change: .reading(change)
    )
  }

  /// A server that writes the answers of Interact in another way.
  static func writing(
    _ name: String,
    _ permission: String,
    _ write: @escaping @Sendable (MockAnswer) -> WireReply?
  ) -> HarmlessVariation {
    HarmlessVariation(
      name: name,
      permission: permission,
      suite: "interact",
      cases: framedCases,
      change: .writing(write)
    )
  }

  /// Answers of every kind; that framing means nothing shows in one case of each as well as in hundreds.
  private static let framedCases = [
    "interact/company.preregister/*", "interact/recommended.request-connection/v1/*",
    "interact/connections.accept-reject/v2/*",
    "interact/recommended.request-connection/life-cycle/company/given",
  ]

  /// The plan of Interact without what becomes of things, and of the Platform what is not a repetition: its lists are long.
  static func usualCases(of suite: ContractSuite.ID) -> [String] {
    // What becomes of things is looked at whole by variations of its own.
    guard suite == "platform" else {
      return [
        "interact/company.preregister/*",
        "interact/recommended.request-connection/v*", "interact/connections.accept-reject/v*",
        "interact/*/life-cycle/*/in/*",
      ]
    }
    return [
      "platform/contacts.connections/*-missing/*", "platform/contacts.connections/example/paged",
      "platform/contacts.connections/format/*/accept", "platform/contacts.connections/format-*back",
      "platform/contacts.connections/relation/formats-agree/*", "platform/*/refusal/*",
      "platform/connections.status-update/cancel/*-missing/*",
      "platform/connections.status-update/cancel/*-unknown/*",
      "platform/connections.status-update/cancel/example/*",
      "platform/connections.status-update/cancel/format/*/suffix",
      "platform/connections.status-update/life-cycle/removal/remove/in/listed",
    ]
  }

  /// All of them.
  static let all: [HarmlessVariation] =
    json + values + xml + rows + texts + states
    + fields + requests + wire
}
