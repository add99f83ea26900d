import AccordModel
import AccordSchema
import HTTPTypes

/// Makes a request out of a template and the values of its operands.
struct RequestBuilder: Sendable {
  /// Where the request goes.
  let address: ServerAddress

  /// Fields that every request of the run carries.
  let extraFields: [Field]

  /// The trace of what is asked beside cases; `nil` where no request tells of a trace.
  var trace: TraceSpans?

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

  /// The request, with `proof` as its credential.
  func request(
    _ template: RequestTemplate,
    _ values: OperandValues,
    proof: Proof?
  ) throws(Missing) -> Exchange.Request {
    if let operand = template.target {
      let target = RequestTemplate.target(
        try text(operand, values),
        withQuery: try pairs(template.query, values)
      )
      return try request(template, values, proof, to: target)
    }
    var target = address.path
    for piece in template.path {
      switch piece {
      case .text(let text): target += PercentEncoding.path(text)
      case .value(let operand, let name, let serialization):
        target += serialization.pathText(of: name ?? "", try value(operand, values))
      }
    }
    let query = try pairs(template.query, values)
    target = RequestTemplate.target(target, withQuery: query)
    return try request(template, values, proof, to: target)
  }

  private func request(
    _ template: RequestTemplate,
    _ values: OperandValues,
    _ proof: Proof?,
    to target: String
  ) throws(Missing) -> Exchange.Request {
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
        guard let proof, proof.isToken, case .header(_, let form) = proof.credential.place else {
          continue
        }
        fields.append(Field(field.name, form.replacing("{token}", with: proof.text)))
      }
    }
    fields += try self.fields(of: template, values)
    try addCookies(template, values, to: &fields)
    // What a contract or the command line says of it goes before.
    if fields.values(of: TraceParent.fieldName).isEmpty, let trace = span(values) {
      fields.append(Field(TraceParent.fieldName, trace.description))
    }
    // A line break in live data would begin a header of its own, and a blank in a target a version.
    if let wrong = fields.first(where: { !$0.isWellFormed }) { throw .fieldValue(wrong.name) }
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .target(target) }
    if case .form = template.body, fields.values(of: "Content-Type").isEmpty {
      fields.append(Field("Content-Type", "application/x-www-form-urlencoded"))
    }
    let payload = try payload(template.body, values)
    let body = try body(template.body, payload, values)
    // A request whose method gives content a meaning says that there is none (RFC 9110 8.6).
    if !body.isEmpty || template.method.givesContentMeaning {
      fields.append(Field("Content-Length", String(body.count)))
    }
    var request = Exchange.Request(
      origin: address.origin,
      method: template.method.rawValue,
      target: target.isEmpty ? "/" : target,
      fields: fields,
      body: body,
      arguments: try template.arguments { operand throws(Missing) in try value(operand, values) },
      payload: payload
    )
    for argument in template.sought.list {
      request.sought.append(JSONMember(argument.name, try value(argument.value, values)))
    }
    guard let proof, !proof.isToken || !template.hasCredentialField else { return request }
    proof.put(on: &request)
    if let wrong = request.fields.first(where: { !$0.isWellFormed }) {
      throw .fieldValue(wrong.name)
    }
    return request
  }

  /// What a request says of its trace; `nil` where it says nothing.
  private func span(_ values: OperandValues) -> TraceParent? {
    guard let trace else { return nil }
    return switch values.trace {
    case .ofRun: trace.next()
    case .ofCase(let spans): spans.next()
    case .none: nil
    }
  }

  /// The value that is written as the content, with the live values in their places.
  private func payload(
    _ body: RequestTemplate.Body?,
    _ values: OperandValues
  ) throws(Missing) -> JSON? {
    guard case .value(var json, let open, _, _) = body else { return nil }
    for place in open {
      guard let replaced = json.replacing(try value(place.value, values), at: place.pointer) else {
        throw .place(place.pointer)
      }
      json = replaced
    }
    return json
  }

  private func body(
    _ body: RequestTemplate.Body?,
    _ payload: JSON?,
    _ values: OperandValues
  ) throws(Missing) -> [UInt8] {
    switch body {
    case nil: return []
    case .bytes(let bytes): return bytes
    case .output(let output):
      guard let bytes = values.bytes(of: output) else { throw .value(.output(output)) }
      return bytes
    case .form(let arguments):
      return Array(try pairs(arguments, values).joined(separator: "&").utf8)
    case .value(let json, _, let syntax, let schema):
      do throws(BodyWritingError) {
        return try syntax.bytes(of: payload ?? json, as: schema)
      } catch {
        throw .body("\(error)")
      }
    }
  }

  private func pairs(
    _ arguments: Arguments,
    _ values: OperandValues
  ) throws(Missing) -> [String] {
    var pairs: [String] = []
    for argument in arguments.list {
      let value = try value(argument.value, values)
      pairs += argument.serialization.pairs(of: argument.name, value)
    }
    return pairs
  }

  /// The parameters that are header fields.
  private func fields(
    of template: RequestTemplate,
    _ values: OperandValues
  ) throws(Missing) -> [Field] {
    var fields: [Field] = []
    for argument in template.headers.list {
      let text = argument.serialization.fieldText(try value(argument.value, values))
      fields.append(Field(argument.name, text))
    }
    return fields
  }

  /// A request has one field of cookies, that of a credential among them (RFC 6265 section 5.4).
  private func addCookies(
    _ template: RequestTemplate,
    _ values: OperandValues,
    to fields: inout [Field]
  ) throws(Missing) {
    let cookies =
      fields.values(of: "Cookie").filter { !$0.isEmpty } + (try pairs(template.cookies, values))
    guard !template.cookies.list.isEmpty || fields.values(of: "Cookie").count > 1 else { return }
    let value = cookies.joined(separator: "; ")
    guard let index = fields.firstIndex(where: { $0.name.lowercased() == "cookie" }) else {
      return value.isEmpty ? () : fields.append(Field("Cookie", value))
    }
    fields[index].value = value
    fields = fields.enumerated()
      .filter { $0.offset == index || $0.element.name.lowercased() != "cookie" }.map(\.element)
  }

  private func text(_ operand: Operand, _ values: OperandValues) throws(Missing) -> String {
    try value(operand, values).wireText
  }

  private func value(_ operand: Operand, _ values: OperandValues) throws(Missing) -> JSON {
    guard let value = values.value(of: operand) else { throw .value(operand) }
    return value
  }
}
