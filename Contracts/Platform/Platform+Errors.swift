import AccordModel
import AccordSchema
import HTTPTypes

extension Platform {
  /// The errors of a ServiceStack host.
  ///
  /// The pages name none. An error shows its name in ResponseStatus, in whichever response type
  /// the error is written.
  static let errors = ErrorCatalogue(
    entries: [
      error("SerializationException", 400),
      error("ArgumentException", 400),
      error("ArgumentNullException", 400),
      error("FormatException", 400),
      error("NotEmpty", 400),
      error("NotNull", 400),
      error("NotEqual", 400),
      error("Predicate", 400),
      error("Unauthorized", 401),
      error("AuthenticationException", 401),
      error("SecurityTokenException", 401),
      error("UnauthorizedAccessException", 403),
      error("NotFound", 404),
      error("FileNotFoundException", 404),
      error("NotImplementedException", 405),
      error("NotSupportedException", 405),
      error("OptimisticConcurrencyException", 409),
    ],
    places: [
      .name("/ResponseStatus/ErrorCode"),
      .element(["ResponseStatus", "ErrorCode"]),
    ],
    message: "/ResponseStatus/Message",
    fieldNames: ErrorCatalogue.FieldNames(list: "/ResponseStatus/Errors", member: "FieldName"),
    schemas: [
      errorResponse,
      .object([.required("ResponseStatus", errorStatus)])
        .titled("GetConnectionsToContactResponse")
        .xml(namespace: serviceModel),
      .object([.required("ResponseStatus", errorStatus)])
        .titled("ConnectionStatusUpdateResponse")
        .xml(namespace: serviceModel),
    ]
  )

  private static func error(_ name: String, _ status: Int) -> ErrorCatalogue.Entry {
    .entry(
      name,
      statuses: .anyOf([status]),
      basis: .assumption(
        """
        The pages name no errors; ServiceStack's published source gives this one the status \
        \(status).
        """
      )
    )
  }

  /// What a value gets that cannot be bound.
  static func wrongValue(
    of name: String,
    _ probes: [Probe],
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    .error(
      "SerializationException",
      named: .assumption(
        """
        The page gives the type and not what another value gets; ServiceStack's published source \
        answers 400, SerializationException, with the field's name.
        """
      ),
      fieldName: name,
      probes: probes,
      places: [.path, .query, .form],
      fileID: fileID,
      line: line
    )
  }

  /// What a request gets that leaves out a required member.
  static func missing(
    _ name: String,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    .error(
      "NotEmpty",
      "NotNull",
      "NotEqual",
      "Predicate",
      "ArgumentException",
      "ArgumentNullException",
      refused: .assumption(requiredIsDocumentation),
      named: .assumption(requiredIsDocumentation),
      statuses: .exactly(.badRequest),
      fieldName: name,
      fileID: fileID,
      line: line
    )
  }

  /// What a body gets that is not well-formed.
  static let malformedBody: Refusal = .error(
    "SerializationException",
    refused: .assumption(malformedIsRefused),
    named: .assumption(malformedIsRefused)
  )

  private static let requiredIsDocumentation = """
    The page says required; ServiceStack takes that as documentation and refuses the request only \
    by a validator. Read as 400 with the member's name in Errors, by one of a validator's codes.
    """

  private static let malformedIsRefused = """
    The page does not say what a malformed body gets; ServiceStack's published source answers 400, \
    SerializationException.
    """
}

extension Platform {
  static let guidProbes: [Probe] = [
    .probe("not-a-guid", "not-a-guid", why: "is no Guid"),
    .probe(
      "too-short",
      "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4",
      why: "lacks the last digit of a Guid"
    ),
    .probe(
      "wrong-digit",
      "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4g",
      why: "has a g where a Guid has a hexadecimal digit"
    ),
  ]

  static let booleanProbes: [Probe] = [
    .probe("word", "maybe", why: "is neither true nor false")
  ]

  static let integerProbes: [Probe] = [
    .probe("word", "abc", why: "is no number")
  ]
}
