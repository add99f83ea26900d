import Accord
@testable import AccordMocking

extension FaultyServer {
  static let lists = [
    "platform/contacts.connections/example/all", "platform/contacts.connections/example/paged",
    "platform/contacts.connections/verb/post", "platform/contacts.connections/format/csv/suffix",
  ]

  /// Servers whose bodies lack a member, have it under another name, or are there though none is
  /// promised.
  static let members: [FaultyServer] = [
    FaultyServer(
      "success-without-message",
      "Document 001: the answer has errorCode and errorMsg.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, _ in if answer.isSuccess { answer.editJSON { $0.removing(at: "/errorMsg") } } },
    FaultyServer(
      "success-without-code",
      "Document 001: the answer has errorCode and errorMsg.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, _ in if answer.isSuccess { answer.editJSON { $0.removing(at: "/errorCode") } } },
    FaultyServer(
      "success-in-other-words",
      "Document 001: the message is Connection updated.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /errorMsg",
      as: .assumption
    ) { answer, request in
      guard request.isTo("/connections/"), answer.isSuccess else { return }
      answer.editJSON { $0.with("Done", at: "/errorMsg") }
    },
    FaultyServer(
      "connection-without-message",
      "Document 000: the answer has connectionStatus and connectionMessage.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, _ in answer.editJSON { $0.removing(at: "/connectionMessage") } },
    FaultyServer(
      "connection-with-empty-message",
      "Document 000: connectionMessage is a user friendly description.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionMessage",
      as: .assumption
    ) { answer, _ in
      answer.editJSON { value in
        value["connectionMessage"] == nil ? nil : value.with("", at: "/connectionMessage")
      }
    },
    FaultyServer(
      "connection-with-the-message-of-another-status",
      "Document 000: each connectionStatus has its text, as we read it.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionMessage",
      as: .assumption
    ) { answer, _ in
      answer.editJSON { value in
        value["connectionStatus"] == nil
          ? nil : value.with("Thank you for requesting access.", at: "/connectionMessage")
      }
    },
    FaultyServer(
      "company-is-not-named",
      "Document 000: the text of connectionStatus 2 has the company's name, as we read it.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body /connectionMessage",
      as: .assumption
    ) { answer, _ in
      answer.editJSON { value in
        guard let text = value["connectionMessage"]?.string, text.contains("access to ") else {
          return nil
        }
        let rest = text.drop { $0 != "." }
        let anonymous = "Thank you for requesting access to \(rest)"
        return value.with(.string(anonymous), at: "/connectionMessage")
      }
    },
    FaultyServer(
      "members-in-pascal-case",
      "Document 000: the members are connectionStatus and connectionMessage.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, request in
      guard request.isTo("/requestConnection"), answer.isSuccess else { return }
      answer.editJSON { value in
        value.renamingMembers { $0.prefix(1).uppercased() + $0.dropFirst() }
      }
    },
    FaultyServer(
      "answer-in-an-envelope",
      "Document 000: the members stand at the top.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, request in
      guard request.isTo("/requestConnection"), answer.isSuccess else { return }
      answer.editJSON { .object([JSONMember("result", $0)]) }
    },
    FaultyServer(
      "answer-in-a-list",
      "Document 000: the answer is one object.",
      of: "interact",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, request in
      if request.isTo("/requestConnection"), answer.isSuccess { answer.editJSON { .array([$0]) } }
    },
    FaultyServer(
      "empty-object-for-no-body",
      "Document 004: no body is returned.",
      of: "interact",
      breaks: "body-is-empty",
      at: "response body"
    ) { answer, request in
      guard request.isTo("/preregister"), answer.isSuccess else { return }
      answer.become(200, "application/json", "{}")
    },
    FaultyServer(
      "ok-for-no-body",
      "Document 004: no body is returned.",
      of: "interact",
      breaks: "body-is-empty",
      at: "response body"
    ) { answer, request in
      guard request.isTo("/preregister"), answer.isSuccess else { return }
      answer.become(200, "text/plain", "OK")
    },
    FaultyServer(
      "line-end-for-no-body",
      "Document 004: no body is returned.",
      of: "interact",
      breaks: "body-is-empty",
      at: "response body"
    ) { answer, request in
      if request.isTo("/preregister"), answer.isSuccess { answer.setText("\r\n") }
    },
    FaultyServer(
      "contact-is-null",
      "Document 002: Contact is required in a connection.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/0/Contact"
    ) { answer, _ in answer.editJSON { $0.with(nil, at: "/Connections/0/Contact") } },
    FaultyServer(
      "role-is-missing",
      "Document 002: ContactRoleId is required in a connection.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/1"
    ) { answer, _ in answer.editJSON { $0.removing(at: "/Connections/1/ContactRoleId") } },
    FaultyServer(
      "status-id-is-null",
      "Document 002: ConnectionStatusId is a Guid, not a Guid or nothing.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body /Connections/"
    ) { answer, _ in answer.editConnections { $0.with(nil, at: "/ConnectionStatusId") } },
    FaultyServer(
      "camel-case",
      "Document 002: the member is Connections.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body",
      as: .assumption,
      because: "The page marks no member of the answer as required; that the list is there is read."
    ) { answer, _ in
      answer.editJSON { value in
        value.renamingMembers { $0.prefix(1).lowercased() + $0.dropFirst() }
      }
    },
    FaultyServer(
      "no-total",
      "Document 002: the answer has TotalConnections.",
      of: "platform",
      lists,
      breaks: "body-matches-schema",
      at: "response body",
      as: .assumption
    ) { answer, _ in answer.editJSON { $0.removing(at: "/TotalConnections") } },
  ]
}
