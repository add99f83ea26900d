import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers whose members have values of another type, or outside their range.
  static let types: [FaultyServer] = [
    FaultyServer(
      "connection-status-is-a-string",
      "Document 000: connectionStatus is a number.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionStatus"
    ) { answer, _ in
      answer.editJSON { value in
        value.int(at: "/connectionStatus")
          .flatMap { value.with(.string(String($0)), at: "/connectionStatus") }
      }
    },
    FaultyServer(
      "connection-status-is-four",
      "Document 000: connectionStatus is 1, 2 or 3.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionStatus"
    ) { answer, _ in
      answer.editJSON { value in
        value["connectionStatus"] == nil ? nil : value.with(4, at: "/connectionStatus")
      }
    },
    FaultyServer(
      "connection-status-is-a-fraction",
      "Document 000: connectionStatus is one of three numbers, none a fraction.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionStatus"
    ) { answer, _ in
      answer.editJSON { value in
        value["connectionStatus"] == nil ? nil : value.with(1.5, at: "/connectionStatus")
      }
    },
    FaultyServer(
      "message-is-a-list",
      "Document 000: connectionMessage is a text.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionMessage"
    ) { answer, _ in
      answer.editJSON { value in
        value["connectionMessage"].flatMap { value.with(.array([$0]), at: "/connectionMessage") }
      }
    },
    FaultyServer(
      "success-code-is-a-string",
      "Document 001: errorCode is a number.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /errorCode"
    ) { answer, request in
      guard request.isTo("/connections/"), answer.isSuccess else { return }
      answer.editJSON { $0.with("0", at: "/errorCode") }
    },
    FaultyServer(
      "total-is-a-string",
      "Document 002: TotalConnections is an int.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /TotalConnections"
    ) { answer, _ in answer.editJSON { $0.with("115", at: "/TotalConnections") } },
    FaultyServer(
      "total-is-negative",
      "Document 002: TotalConnections counts connections.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /TotalConnections",
      as: .assumption
    ) { answer, _ in answer.editJSON { $0.with(-1, at: "/TotalConnections") } },
    FaultyServer(
      "truth-values-are-strings",
      "Document 002: IsIncoming is a bool.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with("false", at: "/IsIncoming") } },
    FaultyServer(
      "truth-values-are-numbers",
      "Document 002: AllowCancel is a bool.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with(1, at: "/AllowCancel") } },
    FaultyServer(
      "contact-id-is-a-number",
      "Document 002: ContactId is a Guid.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with(7, at: "/Contact/ContactId") } },
    FaultyServer(
      "role-id-is-cut",
      "Document 002: ContactRoleId is a Guid.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/0/ContactRoleId"
    ) { answer, _ in
      answer.editJSON { $0.with("e0000000-0000-4000-8000", at: "/Connections/0/ContactRoleId") }
    },
    FaultyServer(
      "name-is-a-number",
      "Document 002: ContactFullName is a string.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with(7, at: "/Contact/ContactFullName") } },
    FaultyServer(
      "date-as-people-write-it",
      "Document 002: FromDate is a DateTime.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with("02/02/2024", at: "/FromDate") } },
    FaultyServer(
      "date-that-no-calendar-has",
      "Document 002: FromDate is a DateTime.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with("2023-02-29T09:30:00Z", at: "/FromDate") } },
    FaultyServer(
      "contact-type-is-a-word",
      "Document 002: the XML sample shows a Guid as the ContactTypeId of a contact.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/",
      as: .assumption
    ) { answer, _ in answer.editConnections { $0.with("Person", at: "/Contact/ContactTypeId") } },
    FaultyServer(
      "list-is-keyed-by-id",
      "Document 002: Connections is a list.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections"
    ) { answer, _ in
      answer.editJSON { value in
        let members = (value["Connections"]?.elements ?? []).enumerated()
          .map { JSONMember("c\($0.offset)", $0.element) }
        return value.with(.object(members), at: "/Connections")
      }
    },
  ]
}
