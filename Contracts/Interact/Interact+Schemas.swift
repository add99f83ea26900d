import AccordSchema

extension Interact {
  /// What an endpoint answers that has nothing else to say, and every error.
  static let errorStatus: Schema = .object([
    .required("errorCode", .integer, "Where 0 means success, anything else is an error."),
    .required(
      "errorMsg",
      .string.example("Invalid parameter supplied to service."),
      "What happened, in words."
    ),
  ])
  .titled("ErrorStatus")

  /// The answer of an endpoint that returns success as an error of code 0.
  static let success: Schema = .object([
    .required("errorCode", .constant(0), "Where 0 means success, anything else is an error."),
    .required("errorMsg", .string.example("Connection updated."), "What happened, in words."),
  ])
  .titled("Status")

  /// The company's identifier, represented and passed as a string.
  static let companyID: Schema = .string(pattern: "^[0-9]+$").example("1234")

  /// The body of loginUser, version 2.
  static let loginRequest: Schema = .object([
    .required("uEmail", .nonEmptyString),
    .required("uPassword", .nonEmptyString),
    .optional("platform", .string),
    .required("appCode", .oneOf("NI", "MY")),
    .required("version", .constant("2")),
  ])
  .titled("LoginRequest")
}
