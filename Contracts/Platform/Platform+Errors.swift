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
      .object([.required("ResponseStatus", responseStatus)])
        .titled("GetConnectionsToContactResponse")
        .xml(namespace: serviceModel),
      .object([.required("ResponseStatus", responseStatus)])
        .titled("ConnectionStatusUpdateResponse")
        .xml(namespace: serviceModel),
    ],
    schemaBasis: .assumption(
      """
      The pages print ResponseStatus in the answers and not what an error is written in; \
      ServiceStack's published source writes it into the operation's answer or into ErrorResponse.
      """
    ),
    // Members, namespaces and order are those of the sample.
    parts: [.part("/ResponseStatus", basis: .statedBy(listPage))],
    messageBasis: .assumption(
      "The pages print a Message and do not say that it is filled; ServiceStack fills it."
    )
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
    refused: Basis = .assumption(typeIsDocumentation),
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    .error(
      "SerializationException",
      refused: refused,
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
    refused: Basis = .stated,
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
      refused: refused,
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
    The page says required and not how a request without it is refused; read as 400 with the \
    member's name in Errors, by one of the codes of ServiceStack's validators.
    """

  private static let typeIsDocumentation = """
    The page gives the type and does not say that a value of another type is refused; ServiceStack's \
    published source refuses what it cannot bind.
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
