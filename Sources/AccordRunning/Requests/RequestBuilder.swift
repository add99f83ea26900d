import AccordModel
import AccordSchema
import HTTPTypes

/// Makes a request out of a template and the values of its operands.
struct RequestBuilder: Sendable {
  /// Where the request goes.
  let address: ServerAddress

  /// The credential of the suite, where it has one.
  let credential: Credential?

  /// Fields that every request of the run carries.
  let extraFields: [Field]

  /// Why a request cannot be made.
  enum Missing: Error, Sendable, Hashable {
    /// An operand has no value.
    case value(Operand)
    /// A value is not at the place in the body where one belongs.
    case place(JSONPointer)
    /// A header's name or value cannot stand in a message as it is.
    case fieldValue(String)
    /// The request target is none: it holds a blank, a control character or one beyond ASCII.
    case target(String)
    /// The body cannot be written in its syntax.
    case body(String)
  }

  /// The request, with `token` as its credential.
  func request(
    _ template: RequestTemplate,
    _ values: OperandValues,
    token: Secret?
  ) throws(Missing) -> Request {
    var target = address.path
    for piece in template.path {
      switch piece {
      case .text(let text): target += PercentEncoding.path(text)
      case .value(let operand): target += PercentEncoding.encode(try text(operand, values))
      }
    }
    if !template.query.list.isEmpty {
      target += "?" + (try pairs(template.query, values))
    }

    var fields = extraFields
    // A host that a person names stands in the place of the address's, not beside it.
    if fields.values(of: "Host").isEmpty {
      fields.insert(Field("Host", address.authority), at: 0)
    }
    for field in template.fields {
      switch field.value {
      case .value(let operand):
        fields.append(Field(field.name, try text(operand, values)))
      case .credential:
        guard let credential, let token else { continue }
        fields.append(Field(field.name, credential.value(with: token)))
      }
    }
    // A line break in live data would begin a header of its own, and a blank in a target a version.
    if let wrong = fields.first(where: { !$0.isWellFormed }) { throw .fieldValue(wrong.name) }
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .target(target) }
    let body = try body(template.body, values)
    // A request whose method gives content a meaning says that there is none (RFC 9110 8.6).
    if !body.isEmpty || ["POST", "PUT", "PATCH"].contains(template.method.rawValue) {
      fields.append(Field("Content-Length", String(body.count)))
    }
    return Request(
      origin: address.origin,
      method: template.method.rawValue,
      target: target.isEmpty ? "/" : target,
      fields: fields,
      body: body
    )
  }

  private func body(
    _ body: RequestTemplate.Body?,
    _ values: OperandValues
  ) throws(Missing) -> [UInt8] {
    switch body {
    case nil: return []
    case .bytes(let bytes): return bytes
    case .form(let arguments): return Array(try pairs(arguments, values).utf8)
    case .value(var json, let open, let syntax, let schema):
      for value in open {
        guard let known = values.value(of: value.value) else { throw .value(value.value) }
        guard let replaced = json.replacing(known, at: value.pointer) else {
          throw .place(value.pointer)
        }
        json = replaced
      }
      switch syntax {
      case .json: return BodyWriter.json(json)
      case .jsonLines: return BodyWriter.jsonLines([json])
      case .xml:
        do {
          return try BodyWriter.xml(json, as: schema)
        } catch {
          throw .body("\(error)")
        }
      case .csv: return Array(CSVWriter.text(json, as: schema).utf8)
      case .jsv: return Array(JSVWriter.text(json, as: schema).utf8)
      }
    }
  }

  private func pairs(_ arguments: Arguments, _ values: OperandValues) throws(Missing) -> String {
    var pairs: [String] = []
    for argument in arguments.list {
      let value = PercentEncoding.encode(try text(argument.value, values))
      pairs.append("\(PercentEncoding.encode(argument.name))=\(value)")
    }
    return pairs.joined(separator: "&")
  }

  private func text(_ operand: Operand, _ values: OperandValues) throws(Missing) -> String {
    guard let value = values.value(of: operand) else { throw .value(operand) }
    return value.wireText
  }
}
