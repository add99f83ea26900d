extension Deviation {
  /// All deviations that the reader knows.
  ///
  /// Raw values are stable identifiers.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    // What makes a message unreadable
    case notHTTP = "RFC9112-2.1-not-http"
    case statusMissing = "RFC9112-4-status-missing"
    case chunkSizeMissing = "RFC9112-7.1-chunk-size-missing"
    case chunkSizeRunsOn = "RFC9112-7.1-chunk-size-runs-on"
    // Lines
    case bareLineFeed = "RFC9112-2.2-bare-lf"
    case bareCarriageReturn = "RFC9112-2.2-bare-cr"
    case leadingEmptyLine = "RFC9112-2.2-leading-empty-line"
    case blankBeforeFirstField = "RFC9112-2.2-blank-before-first-field"
    // Start lines
    case version = "RFC9112-2.3-version"
    case requestLineWhitespace = "RFC9112-3-request-line-whitespace"
    case methodNotToken = "RFC9110-9.1-method"
    case targetWhitespace = "RFC9112-3.2-target-whitespace"
    case hostMissing = "RFC9112-3.2-host-missing"
    case hostRepeated = "RFC9112-3.2-host-repeated"
    case statusLineWhitespace = "RFC9112-4-status-line-whitespace"
    case statusDigits = "RFC9112-4-status-digits"
    case statusRange = "RFC9110-15-status-range"
    case reasonControl = "RFC9112-4-reason-control"
    // Fields
    case fieldWithoutColon = "RFC9112-5-field-without-colon"
    case spaceBeforeColon = "RFC9112-5.1-space-before-colon"
    case folded = "RFC9112-5.2-obs-fold"
    case fieldName = "RFC9110-5.1-field-name"
    case fieldValueNUL = "RFC9110-5.5-nul"
    case fieldValueControl = "RFC9110-5.5-control"
    case fieldValueNotASCII = "RFC9110-5.5-non-ascii"
    // Framing
    case contentLengthInvalid = "RFC9110-8.6-content-length-invalid"
    case contentLengthRepeated = "RFC9110-8.6-content-length-repeated"
    case contentLengthForbidden = "RFC9110-8.6-content-length-forbidden"
    case contentLengthConflict = "RFC9112-6.3-content-length-conflict"
    case contentLengthWithTransferEncoding = "RFC9112-6.2-content-length-with-transfer-encoding"
    case transferEncodingForbidden = "RFC9112-6.1-transfer-encoding-forbidden"
    case transferEncodingInOldVersion = "RFC9112-6.1-transfer-encoding-in-http-1.0"
    case chunkedRepeated = "RFC9112-6.1-chunked-repeated"
    case chunkedNotLast = "RFC9112-6.1-chunked-not-last"
    case transferCodingUnknown = "RFC9112-7-transfer-coding-unknown"
    case transferCodingUnasked = "RFC9112-7.4-transfer-coding-unasked"
    // Bodies
    case chunkSizeWhitespace = "RFC9112-7.1-chunk-size-whitespace"
    case chunkDataNotTerminated = "RFC9112-7.1-chunk-data-unterminated"
    case finalLineEndMissing = "RFC9112-7.1-final-crlf-missing"
    case trailerForbidden = "RFC9110-6.5.1-trailer-forbidden"
    case bodyOnHEAD = "RFC9110-9.3.2-body-on-head"
    case bodyOn204 = "RFC9110-15.3.5-body-on-204"
    case bodyOn205 = "RFC9110-15.3.6-body-on-205"
    case bodyOn304 = "RFC9110-15.4.5-body-on-304"
    case surplus = "RFC9112-6.3-surplus"
    case tlsIncompleteClose = "RFC9112-9.8-tls-incomplete-close"
    // Fields and content of HTTP/2
    case fieldNameUppercase = "RFC9113-8.2.1-field-name-uppercase"
    case fieldValueBlanks = "RFC9113-8.2.1-field-value-blanks"
    case connectionSpecificField = "RFC9113-8.2.2-connection-specific-field"
    case pseudoFieldLate = "RFC9113-8.3-pseudo-field-late"
    case pseudoFieldRepeated = "RFC9113-8.3-pseudo-field-repeated"
    case pseudoFieldUnknown = "RFC9113-8.3-pseudo-field-unknown"
    case pseudoFieldInTrailers = "RFC9113-8.1-pseudo-field-in-trailers"
    case contentLengthNotData = "RFC9113-8.1.1-content-length-not-data"
    case switchingProtocols = "RFC9113-8.6-switching-protocols"
  }
}
