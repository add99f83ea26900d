import AccordModel
import AccordSchema

extension Breakage {
  /// The list with one more parameter of strings, and what is said of it.
  private static func parameter(_ message: String, _ parameter: Parameter) -> Breakage {
    .list("parameters", "The parameter \"\(parameter.name)\" \(message)") {
      $0.parameters.append(parameter)
    }
  }

  private static let list = Schema.array(of: .string)

  static let parameters: [Breakage] = [
    parameter(
      """
      has the style matrix, which OpenAPI does not define in query. Use one of form, spaceDelimited, \
      pipeDelimited, deepObject.
      """,
      .parameter("tags", list, in: [.query], required: false, style: .matrix)
    ),
    parameter(
      """
      has the style pipeDelimited and explodes, which OpenAPI leaves undefined. Leave out explode, or \
      use the style form.
      """,
      .query("tags", list, style: .pipeDelimited, explode: true)
    ),
    parameter(
      """
      has the style spaceDelimited, which OpenAPI defines for lists and objects alone. Leave out the \
      style, or give it a schema with the type array or object.
      """,
      .query("tag", .string, style: .spaceDelimited)
    ),
    parameter(
      """
      has the style deepObject, which OpenAPI defines for objects alone. Use the style form.
      """,
      .query("tags", list, style: .deepObject)
    ),
    parameter(
      """
      holds lists or objects in its items or members, which no style writes. Send it in the body, or as \
      a string of JSON.
      """,
      .query("tags", .array(of: list))
    ),
    parameter(
      """
      is the header field Accept, which is no parameter. Declare it in headers:, or leave it to the \
      formats and the credential.
      """,
      .header("Accept", .string)
    ),
    parameter(
      "has a name that no header field and no cookie can have. Use a token (RFC 9110 section 5.6.2).",
      .cookie("a b", .string)
    ),
    .list(
      "parameters",
      """
      The parameter "X-Shovel" is declared in headers: too. Declare it once: as a parameter, or as a \
      header.
      """
    ) {
      $0.headers = [.optional("x-shovel")]
      $0.parameters.append(.header("X-Shovel", .string))
    },
    .list(
      "parameters",
      """
      The parameter "bed" holds slashes and shares a segment of the path "/plants/v{+bed}" with \
      something else. Give it a segment of its own.
      """
    ) {
      $0.routes[0].path = PathTemplate("/plants/v{+bed}")
      $0.parameters.append(.path("bed", .string, example: "a"))
    },
  ]
}
