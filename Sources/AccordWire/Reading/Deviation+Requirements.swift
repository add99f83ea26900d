extension Deviation.Kind {
  /// A requirement: how strongly it is stated, and what it says.
  package struct Requirement: Sendable, Hashable {
    package var level: Deviation.Level
    package var sentence: String
  }

  /// The requirement that such a deviation does not meet; its section is in the raw value.
  package var requirement: Requirement {
    switch self {
    case .fieldValueNotASCII:
      Requirement(level: .should, sentence: sentence)
    case .tlsIncompleteClose:
      Requirement(level: .should, sentence: sentence)
    default:
      Requirement(level: .must, sentence: sentence)
    }
  }

  /// The specification and its section, with which the identifier begins.
  package var section: String {
    let parts = rawValue.split(separator: "-", maxSplits: 2)
    return "RFC \(parts[0].dropFirst("RFC".count)) section \(parts[1])"
  }

  private var sentence: String {
    switch self {
    case .notHTTP: "A response begins with its status line: HTTP/1.1, a status and a reason."
    case .statusMissing: "The status line holds a status of three digits."
    case .chunkSizeMissing: "Each chunk begins with its size in hexadecimal digits."
    case .chunkSizeRunsOn: "A chunk size is followed by its line end or by a semicolon."
    case .bareLineFeed: "Every line ends with CR LF, not with LF alone."
    case .bareCarriageReturn: "No CR stands in a line other than in its line end."
    case .leadingEmptyLine: "A message begins with its start line, not with an empty line."
    case .blankBeforeFirstField: "No blank stands between the start line and the first field."
    case .version: "The version of the message is HTTP/1.1 or HTTP/1.0."
    case .requestLineWhitespace: "Method, target and version are parted by one space each."
    case .methodNotToken: "The method is a token."
    case .targetWhitespace: "The request target holds no blanks and no control characters."
    case .hostMissing: "An HTTP/1.1 request has a Host field."
    case .hostRepeated: "A request has one Host field, not several."
    case .statusLineWhitespace:
      "Version, status and reason are parted by one space each, also before an empty reason."
    case .statusDigits: "The status has three digits."
    case .statusRange: "The status lies between 100 and 599."
    case .reasonControl: "The reason phrase holds no control characters."
    case .fieldWithoutColon: "A field line is a name, a colon and a value."
    case .spaceBeforeColon: "No blank stands between a field name and its colon."
    case .folded: "A field value is not folded over several lines."
    case .fieldName: "A field name is a token."
    case .fieldValueNUL: "A field value holds no NUL."
    case .fieldValueControl: "A field value holds no control characters but the tab."
    case .fieldValueNotASCII: "A field value is limited to US-ASCII."
    case .contentLengthInvalid: "Content-Length is a decimal number of octets."
    case .contentLengthRepeated: "Content-Length is given once."
    case .contentLengthForbidden:
      "No Content-Length in a 1xx or 204 response, nor in a 2xx response to CONNECT."
    case .contentLengthConflict: "A message has no two different values of Content-Length."
    case .contentLengthWithTransferEncoding:
      "A message with Transfer-Encoding has no Content-Length."
    case .transferEncodingForbidden:
      "No Transfer-Encoding in a 1xx or 204 response, nor in a 2xx response to CONNECT."
    case .transferEncodingInOldVersion: "Transfer-Encoding is sent in HTTP/1.1 only."
    case .chunkedRepeated: "The chunked coding is applied once."
    case .chunkedNotLast: "The chunked coding is the last one."
    case .transferCodingUnknown: "The transfer coding is a registered one."
    case .transferCodingUnasked:
      "Of transfer codings only chunked is applied, unless the request's TE field asks for more."
    case .chunkSizeWhitespace: "A chunk size stands alone or before a semicolon, without blanks."
    case .chunkDataNotTerminated: "CR LF follows the data of a chunk."
    case .finalLineEndMissing: "An empty line follows the last chunk and the trailers."
    case .trailerForbidden: "Fields for framing, routing or the content stand in no trailer."
    case .bodyOnHEAD: "No content follows the response to a HEAD request."
    case .bodyOn204: "No content follows the head of a 204 response."
    case .bodyOn205: "A 205 response has no content."
    case .bodyOn304: "No content follows the head of a 304 response."
    case .surplus: "Nothing follows the end of the last response."
    case .tlsIncompleteClose: "A closure alert is sent before a TLS connection is closed."
    case .fieldNameUppercase: "A field name is in lower case in HTTP/2."
    case .fieldValueBlanks: "A field value neither begins nor ends with a blank in HTTP/2."
    case .connectionSpecificField: "No field that belongs to one connection stands in HTTP/2."
    case .pseudoFieldLate: "Pseudo-fields stand before all other fields."
    case .pseudoFieldRepeated: "A pseudo-field is given once."
    case .pseudoFieldUnknown: "A response has no pseudo-field but :status."
    case .pseudoFieldInTrailers: "No pseudo-field stands in a trailer section."
    case .contentLengthNotData: "Content-Length is the sum of the lengths of the DATA frames."
    case .switchingProtocols: "HTTP/2 has no 101 response."
    }
  }

  /// Whether it makes doubtful where the message ends, so that its connection is not reused.
  package var castsDoubtOnFraming: Bool {
    switch self {
    case .bareCarriageReturn, .version, .fieldWithoutColon, .contentLengthInvalid,
      .contentLengthConflict, .contentLengthForbidden, .contentLengthWithTransferEncoding,
      .transferEncodingForbidden, .transferEncodingInOldVersion, .chunkedRepeated,
      .chunkedNotLast, .transferCodingUnknown, .chunkDataNotTerminated, .finalLineEndMissing,
      .bodyOnHEAD, .bodyOn204, .bodyOn304, .surplus, .fieldValueNUL, .statusRange,
      .statusDigits, .blankBeforeFirstField:
      true
    default:
      false
    }
  }
}
