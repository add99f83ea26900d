public import AccordSchema

extension Parameter {
  /// A variable of the path; always required.
  ///
  /// Its value holds slashes where the path has it as `{+name}`.
  public static func path(
    _ name: String,
    _ schema: Schema,
    _ meaning: String = "",
    style: Style? = nil,
    explode: Bool? = nil,
    example: Operand? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.path],
      required: true,
      meaning,
      style: style,
      explode: explode,
      example: example,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  /// A parameter of the query; optional unless said otherwise.
  ///
  /// `.query("tag", .array(of: .string), explode: false)` is written `tag=red,blue`.
  public static func query(
    _ name: String,
    _ schema: Schema,
    required: Bool = false,
    _ meaning: String = "",
    style: Style? = nil,
    explode: Bool? = nil,
    allowReserved: Bool = false,
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.query],
      required: required,
      meaning,
      style: style,
      explode: explode,
      allowReserved: allowReserved,
      example: example,
      missing: missing,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  /// A parameter that is a header field; optional unless said otherwise.
  ///
  /// What HTTP itself reads of a request (Accept, Content-Type, Authorization) is no parameter.
  public static func header(
    _ name: String,
    _ schema: Schema,
    required: Bool = false,
    _ meaning: String = "",
    explode: Bool? = nil,
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.header],
      required: required,
      meaning,
      explode: explode,
      example: example,
      missing: missing,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  /// A cookie; optional unless said otherwise.
  ///
  /// Items and members that have names of their own are cookies of their own.
  public static func cookie(
    _ name: String,
    _ schema: Schema,
    required: Bool = false,
    _ meaning: String = "",
    explode: Bool? = nil,
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.cookie],
      required: required,
      meaning,
      explode: explode,
      example: example,
      missing: missing,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  /// A field of an urlencoded body; optional unless said otherwise.
  public static func form(
    _ name: String,
    _ schema: Schema,
    required: Bool = false,
    _ meaning: String = "",
    style: Style? = nil,
    explode: Bool? = nil,
    allowReserved: Bool = false,
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.form],
      required: required,
      meaning,
      style: style,
      explode: explode,
      allowReserved: allowReserved,
      example: example,
      missing: missing,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }
}
