import AccordModel
import AccordRunning

/// Why an exchange is of no contract.
enum UnmatchedReason: Sendable, Hashable {
  /// It went to another server than those whose traffic is judged.
  case otherServer
  /// No route has its path.
  case noRoute
  /// Its path answers these methods, in a suite.
  case otherMethods(String, ContractSuite.ID)
  /// It asks what another origin may ask, in a suite.
  case preflight(ContractSuite.ID)
  /// Its method cannot be one.
  case methodIsNoToken

  /// The reason as a sentence, where it was looked for in these targets.
  func sentence(_ targets: [TrafficTarget]) -> String {
    switch self {
    case .otherServer:
      let addresses = targets.compactMap(\.address?.description).joined(separator: ", ")
      return "It went to another server than \(addresses)."
    case .noRoute:
      return "No route of \(targets.map(\.suite.id).joined(separator: ", ")) has this path."
    case .otherMethods(let methods, let suite):
      return "The path answers \(methods), and no contract of \(suite) speaks of it."
    case .preflight(let suite):
      return "It is a preflight of CORS, and no contract of \(suite) speaks of it."
    case .methodIsNoToken: return "Its method is no token (RFC 9110 section 9.1)."
    }
  }
}
