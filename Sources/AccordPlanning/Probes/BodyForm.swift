import AccordModel
import AccordSchema

/// What the content of requests is in the formats that share a schema.
struct BodyForm: Sendable {
  /// The format, where it has a schema of its own.
  let format: Format.ID?

  /// What the content has to be.
  let schema: Schema

  /// The members that are read here, an object before its own members.
  let members: [BodyMember]

  /// The right requests whose content is so.
  let bases: [RequestDraft]

  /// How values are written, where they are texts without types.
  var lexicalForm: LexicalForm? {
    switch bases.first?.contentFormat?.syntax {
    case .form, .multipart, .parts, .text: .form
    case .json, .xml, .jsonLines, .csv, .jsv, .bytes, .own, nil: nil
    }
  }

  /// The parts of identifiers that tell it from the usual form.
  var idParts: [String] { format.map { [$0] } ?? [] }

  /// The words for titles that tell it from the usual form.
  var words: String { format.map { " in \($0)" } ?? "" }

  /// Whether a request's content is wrong as it is written: a syntax of a team's own may write alike what
  /// is right and what is wrong, and only its own reader tells.
  func isWrong(_ draft: RequestDraft) -> Bool {
    guard case .own(let own) = draft.contentFormat?.syntax else { return true }
    guard case .value(let json, _) = draft.content,
      let bytes = try? own.syntax.write(json, as: schema), !bytes.isEmpty,
      let value = try? own.syntax.read(bytes).json(as: schema),
      let validator = try? SchemaValidator(schema)
    else { return false }
    return !validator.admits(value)
  }

  /// Whether a value could be taken for a right one, as it is written.
  func admits(_ value: JSON, _ member: BodyMember) -> Bool {
    let wrong = WrongValues(schema: member.schema)
    guard let lexicalForm else { return wrong.admits(value) }
    return wrong.admits(text: value.wireText, in: lexicalForm)
  }
}

extension Endpoint {
  /// The forms of the content, the usual one first.
  var bodyForms: [BodyForm] {
    guard let body = contract.body else { return [] }
    let bases = self.bases
    let own = body.schemas.map(\.format)
    let usual = bases.filter { base in !own.contains { $0 == base.contentFormat?.id } }
    return [form(nil, body.schema, body, usual)]
      + body.schemas.map { form in
        self.form(
          form.format,
          form.schema,
          body,
          bases.filter { $0.contentFormat?.id == form.format }
        )
      }
  }

  private func form(
    _ format: Format.ID?,
    _ schema: Schema,
    _ body: Contract.RequestBody,
    _ bases: [RequestDraft]
  ) -> BodyForm {
    var members = members(of: schema, body)
    switch bases.first?.contentFormat?.syntax {
    // A field is no object.
    case .form, .multipart, .parts: members.removeAll { $0.pointer.tokens.count > 1 }
    case .text where members.isEmpty && reads(body):
      members = [BodyMember(pointer: .root, schema: schema, isRequired: false)]
    default: break
    }
    return BodyForm(format: format, schema: schema, members: members, bases: bases)
  }
}
