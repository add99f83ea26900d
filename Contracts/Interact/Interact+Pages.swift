import AccordModel

/// Other pages of the same reference that state what the documents leave to them.
extension Interact {
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
