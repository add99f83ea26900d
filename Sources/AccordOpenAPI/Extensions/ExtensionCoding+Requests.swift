import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Parameter {
  /// A parameter.
  static var parameter: Self {
    .object(Parameter.parameter("", .any, in: [], required: false)) { rows in
      rows.must("name", \.name, .text)
      rows.must("places", \.places, .list(.place))
      rows.must("usual", \.usual, .place)
      rows.must("schema", \.schema, .schema(.request))
      rows.may("style", \.style, .style)
      rows.may("explode", \.explode, .boolean)
      rows.may("allowReserved", \.allowReserved, .boolean, unless: false)
      rows.may("required", \.isRequired, .boolean, unless: false)
      rows.may("meaning", \.meaning, .text, unless: "")
      rows.may("example", \.example, .operand)
      rows.may("missing", \.missing, .refusal)
      rows.may("invalid", \.invalid, .refusal)
      rows.may("unknown", \.unknown, .refusal)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
      rows.optional("placesBasis", .basis, of: \.placesClause?.basis) { parameter, basis in
        parameter.placesClause = Clause("", "", basis: basis, source: parameter.clause.source)
      }
    } made: { read, source in
      .parameter(
        read.name,
        read.schema,
        in: read.places,
        usual: read.usual,
        required: read.isRequired,
        read.meaning,
        style: read.style,
        explode: read.explode,
        allowReserved: read.allowReserved,
        example: read.example,
        missing: read.missing,
        invalid: read.invalid,
        unknown: read.unknown,
        basis: read.clause.basis,
        placesBasis: read.placesClause?.basis ?? .stated,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == Contract.RequestBody {
  /// The body that an operation reads.
  static var requestBody: Self {
    .object(Contract.RequestBody.body(.any)) { rows in
      rows.must("schema", \.schema, .schema(.request))
      rows.must("formats", \.formats, .list(.text))
      rows.may("schemas", \.schemas, .list(.formatSchema), unless: [])
      rows.may("versions", \.versions, .list(.integer), unless: [])
      rows.may("required", \.isRequired, .boolean, unless: true)
      rows.may("malformed", \.malformed, .refusal)
      rows.may("unsupported", \.unsupported, .refusal)
      rows.may("incomplete", \.incomplete, .refusal)
      rows.may("invalid", \.invalid, .refusal)
      rows.may("members", \.members, .list(.memberRefusal), unless: [])
      rows.may("memberVersions", \.memberVersions, .list(.memberVersions), unless: [])
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .body(
        read.schema,
        in: read.formats,
        schemas: read.schemas,
        versions: read.versions,
        required: read.isRequired,
        malformed: read.malformed,
        unsupported: read.unsupported,
        incomplete: read.incomplete,
        invalid: read.invalid,
        members: read.members,
        memberVersions: read.memberVersions,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == Contract.RequestBody.FormatSchema {
  fileprivate static var formatSchema: Self {
    .object(Contract.RequestBody.FormatSchema.schema(.any, in: "")) { rows in
      rows.must("format", \.format, .text)
      rows.must("schema", \.schema, .schema(.request))
    }
  }
}

extension ExtensionCoding where Value == MemberRefusal {
  fileprivate static var memberRefusal: Self {
    .object(MemberRefusal.member(.root, .error())) { rows in
      rows.must("pointer", \.pointer, .pointer)
      rows.must("refusal", \.refusal, .refusal)
    } made: { read, _ in
      .member(read.pointer, read.refusal)
    }
  }
}

extension ExtensionCoding where Value == MemberVersions {
  fileprivate static var memberVersions: Self {
    .object(MemberVersions.member(.root, readBy: [])) { rows in
      rows.must("pointer", \.pointer, .pointer)
      rows.must("versions", \.versions, .list(.integer))
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .member(
        read.pointer,
        readBy: read.versions,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}
