public import AccordSchema

extension Contract {
  /// The body that an endpoint reads.
  public struct RequestBody: Sendable, Hashable {
    /// What the body must be.
    public var schema: Schema

    /// The formats it may come in, by their identifiers in the suite.
    public var formats: [Format.ID]

    /// What the body must be in formats with a schema of their own.
    public var schemas: [FormatSchema]

    /// The versions that read it; empty means all.
    public var versions: [Int]

    /// Whether a request without a body is wrong.
    public var isRequired: Bool

    /// What a body that is not well-formed gets.
    public var malformed: Refusal?

    /// What a body of a media type gets that is not read (RFC 9110 section 15.5.16).
    public var unsupported: Refusal?

    /// What a body without one of its required members gets: left out, null or empty.
    public var incomplete: Refusal?

    /// What a body with a member of a wrong type or value gets.
    public var invalid: Refusal?

    /// Refusals of single members, by their place; they go before `incomplete` and `invalid`.
    public var members: [MemberRefusal]

    /// Members that only some versions read; the others ignore them.
    public var memberVersions: [MemberVersions]

    /// That the endpoint reads this body.
    public var clause: Clause

    /// A body of this schema, in one of the formats.
    ///
    /// `schemas` are those of formats that have one of their own:
    ///
    /// ```swift
    /// body: .body(order, in: ["json", "form"], schemas: [.schema(fields, in: "form")])
    /// ```
    ///
    /// An example says by its format (`in: "form"`) which of them it sends.
    public static func body(
      _ schema: Schema,
      in formats: [Format.ID] = ["json"],
      schemas: [FormatSchema] = [],
      versions: [Int] = [],
      required: Bool = true,
      malformed: Refusal? = nil,
      unsupported: Refusal? = nil,
      incomplete: Refusal? = nil,
      invalid: Refusal? = nil,
      members: [MemberRefusal] = [],
      memberVersions: [MemberVersions] = [],
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.RequestBody {
      Contract.RequestBody(
        schema: schema,
        formats: formats,
        schemas: schemas,
        versions: versions,
        isRequired: required,
        malformed: malformed?.belonging(
          to: "body/malformed",
          when: "A body that is not well-formed"
        ),
        unsupported: unsupported?.belonging(
          to: "body/unsupported",
          when: "A body in a format that is not read"
        ),
        incomplete: incomplete?.belonging(
          to: "body/incomplete",
          when: "A body without a required member"
        ),
        invalid: invalid?.belonging(to: "body/invalid", when: "A body with a wrong value"),
        members: members,
        memberVersions: memberVersions,
        clause: Clause(
          "body",
          schemas.isEmpty
            ? "The request's body follows its schema."
            : "The request's body follows the schema of its format.",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    /// What the body must be in a format.
    public func schema(in format: Format.ID?) -> Schema {
      schemas.first { $0.format == format }?.schema ?? schema
    }

    var clauses: [Clause] {
      [clause]
        + [malformed, unsupported, incomplete, invalid].compactMap(\.self).flatMap(\.clauses)
        + members.flatMap(\.refusal.clauses) + memberVersions.map(\.clause)
    }
  }
}

/// What wrong values of one member of the body get.
public struct MemberRefusal: Sendable, Hashable {
  /// The member.
  public var pointer: JSONPointer

  /// The answer, with the values to try.
  public var refusal: Refusal

  /// Wrong values of the member at `pointer`, which are the refusal's probes.
  public static func member(_ pointer: JSONPointer, _ refusal: Refusal) -> MemberRefusal {
    let id = "body/member\(pointer)"
    return MemberRefusal(
      pointer: pointer,
      refusal: refusal.belonging(to: id, when: "A wrong value of \(pointer)")
    )
  }
}

extension Contract.RequestBody {
  /// What a body must be in one format.
  public struct FormatSchema: Sendable, Hashable {
    /// The format, by its identifier in the suite.
    public var format: Format.ID

    /// The schema.
    public var schema: Schema

    /// A schema of one format.
    public static func schema(_ schema: Schema, in format: Format.ID) -> FormatSchema {
      FormatSchema(format: format, schema: schema)
    }
  }
}
