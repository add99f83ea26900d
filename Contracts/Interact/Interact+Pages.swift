import AccordModel

/// Other pages of the same reference that state what the documents leave to them.
extension Interact {
  /// The page of findConnectionsForUser.
  static let findConnectionsPage = SourcePage(
    "findConnectionsForUser",
    "https://interact-api.asides.dev/api/core/find-connections-for-user"
  )

  /// The page of findConnectionForUser.
  static let findConnectionPage = SourcePage(
    "findConnectionForUser",
    "https://interact-api.asides.dev/api/core/find-connection-for-user"
  )

  /// What HTTP says of methods that are idempotent, PUT among them.
  static let idempotence = SourcePage(
    "RFC 9110, section 9.2.2: Idempotent Methods",
    "https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2"
  )

  /// The table of errors to which every document refers.
  static let errorDefinitions = SourcePage(
    "Error Definitions",
    "https://interact-api.asides.dev/api/errors"
  )

  /// A page that prints an answer of an error.
  static let printedError = SourcePage(
    "applyConsentForDirectory",
    "https://interact-api.asides.dev/api/smart-directory/apply-consent-for-directory.html"
  )
}
