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
    /// A header would carry a line break or another control character.
    case fieldValue(String)
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
      case .text(let text): target += text
      case .value(let operand): target += PercentEncoding.encode(try text(operand, values))
      }
    }
    if !template.query.list.isEmpty {
      target += "?" + (try pairs(template.query, values))
    }

    var fields = [Field("Host", address.authority)] + extraFields
    for field in template.fields {
      switch field.value {
      case .value(let operand):
        let value = try text(operand, values)
        // A line break in live data would begin a header of its own.
        guard value.isFieldValue else { throw .fieldValue(field.name) }
        fields.append(Field(field.name, value))
      case .credential:
        guard let credential, let token else { continue }
        let value = credential.value(with: token)
        fields.append(Field(field.name, value))
      }
    }
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
