import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let refusals = [
    "platform/connections.status-update/cancel/header-*",
    "platform/connections.status-update/cancel/parameter-*",
    "platform/connections.status-update/cancel/body-malformed/*",
  ]

  /// Servers of the Platform API whose errors are not the ones promised.
  static let platformErrorNames: [FaultyServer] = [
    FaultyServer(
      "error-is-not-wrapped",
      "Document 003: an answer wraps its error in the member ResponseStatus.",
      of: "platform",
      refusals,
      breaks: "error-name",
      at: "response body /ResponseStatus/ErrorCode",
      as: .assumption
    ) { answer, _ in if answer.status >= 400 { answer.editJSON { $0["ResponseStatus"] } } },
    FaultyServer(
      "validator-code-of-its-own",
      "ServiceStack: a required member that is missing has a validator's code.",
      of: "platform",
      refusals,
      breaks: "error-name",
      at: "response body /ResponseStatus/ErrorCode",
      as: .assumption
    ) { answer, _ in
      guard answer.text.contains("NotEmpty") else { return }
      answer.editJSON { $0.with("Oops", at: "/ResponseStatus/ErrorCode") }
    },
    FaultyServer(
      "another-field-is-named",
      "ServiceStack: Errors names the field at fault.",
      of: "platform",
      refusals,
      breaks: "error-name",
      at: "response body /ResponseStatus/Errors",
      as: .assumption
    ) { answer, _ in
      answer.editJSON { $0.with("Id", at: "/ResponseStatus/Errors/0/FieldName") }
    },
    FaultyServer(
      "no-field-is-named",
      "ServiceStack: Errors names the field at fault.",
      of: "platform",
      refusals,
      breaks: "error-name",
      at: "response body /ResponseStatus/Errors",
      as: .assumption
    ) { answer, _ in
      if answer.status == 400 { answer.editJSON { $0.with([], at: "/ResponseStatus/Errors") } }
    },
    FaultyServer(
      "platform-message-is-null",
      "ServiceStack: ResponseStatus has a Message.",
      of: "platform",
      refusals,
      breaks: "error-message",
      at: "response body /ResponseStatus/Message",
      as: .assumption
    ) { answer, _ in
      if answer.status >= 400 { answer.editJSON { $0.with(nil, at: "/ResponseStatus/Message") } }
    },
    FaultyServer(
      "list-of-errors-is-an-object",
      "ServiceStack: ResponseStatus.Errors is a list.",
      of: "platform",
      refusals,
      breaks: "error-body-matches-schema",
      at: "response body /ResponseStatus/Errors"
    ) { answer, _ in
      guard answer.status == 404 || answer.status == 401 else { return }
      answer.editJSON { $0.with([:], at: "/ResponseStatus/Errors") }
    },
    FaultyServer(
      "xml-error-in-another-namespace",
      "Document 002, XML sample: ResponseStatus has the namespace of ServiceStack's types.",
      of: "platform",
      ["platform/connections.status-update/*/refusal/*"],
      breaks: "error-body-matches-schema",
      at: "response body /",
      as: nil
    ) { answer, _ in
      answer.editXML { $0.replacing("schemas.servicestack.net/types", with: "example.com/types") }
    },
  ]
}
