import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers that leave header fields out.
  static let headers: [FaultyServer] = [
    FaultyServer(
      "no-vary",
      "ServiceStack: the answer varies with Accept.",
      of: "platform",
      ["platform/connections.status-update/*/example/*"],
      breaks: "response-headers",
      at: "response header Vary",
      as: .assumption
    ) { answer, _ in answer.removeField("Vary") },
    FaultyServer(
      "varies-with-something-else",
      "ServiceStack: the answer varies with Accept.",
      of: "platform",
      ["platform/connections.status-update/*/example/*"],
      breaks: "response-headers",
      at: "response header Vary",
      as: .assumption
    ) { answer, _ in answer.setField("Vary", "Origin") },
    FaultyServer(
      "no-challenge",
      "RFC 9110 section 15.5.2: a 401 says how to authenticate.",
      of: "platform",
      ["platform/connections.status-update/*/header-*", "platform/*/header-*"],
      breaks: "response-headers",
      at: "response header WWW-Authenticate",
      as: .assumption
    ) { answer, _ in answer.removeField("WWW-Authenticate") },
    FaultyServer(
      "empty-challenge",
      "RFC 9110 section 11.6.1: a challenge names a scheme.",
      of: "platform",
      ["platform/*/header-*"],
      breaks: "response-headers",
      at: "response header WWW-Authenticate",
      as: .assumption
    ) { answer, _ in
      if answer.status == 401 { answer.setField("WWW-Authenticate", "") }
    },
  ]
}
