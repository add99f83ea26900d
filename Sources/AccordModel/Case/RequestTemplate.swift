public import AccordSchema
public import HTTPTypes

/// A request whose live values are still open.
public struct RequestTemplate: Sendable, Hashable {
  /// A part of the path.
  public enum PathPiece: Sendable, Hashable {
    /// Text that is sent as it is; what no path can hold is percent-encoded.
    case text(String)
    /// A value that is percent-encoded, with the variable of the path whose value it is and how it is
    /// written.
    case value(
      Operand,
      of: String? = nil,
      as: Parameter.Serialization = Parameter.Serialization(.simple)
    )
  }

  /// A header field.
  public struct Field: Sendable, Hashable {
    /// The name, sent as it is.
    public var name: String
    /// The value.
    public var value: FieldValue

    /// Creates a field.
    public init(_ name: String, _ value: FieldValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a header field.
  public enum FieldValue: Sendable, Hashable {
    /// A value.
    case value(Operand)
    /// The suite's credential, put in by the runner.
    case credential
  }

  /// The credential that a request carries where the suite says that it goes.
  public enum CredentialUse: Sendable, Hashable {
    /// The one of a role; `nil` is the suite's usual one.
    case valid(as: String? = nil)
    /// A wrong one in its place: this text as the token, or one that nobody issued.
    case wrong(String? = nil, as: String? = nil)
  }

  /// The content.
  public enum Body: Sendable, Hashable {
    /// These bytes.
    case bytes([UInt8])
    /// The bytes of an earlier exchange of the same case.
    case output(Output)
    /// A value with live values put in at their places, written in a syntax; XML takes names and
    /// order from the schema.
    case value(JSON, [Example.BodyValue], Format.Syntax, Schema)
    /// Fields of `application/x-www-form-urlencoded`.
    case form(Arguments)
  }

  /// The method.
  public var method: HTTPRequest.Method

  /// The path.
  public var path: [PathPiece]

  /// The query parameters, in order.
  ///
  /// Where there is a ``target`` they follow those that it has itself.
  public var query: Arguments

  /// The target, in the place of the path, where an earlier answer leads to it; it may have a query.
  public var target: Operand?

  /// The header fields, in order.
  ///
  /// Host and Content-Length are the runner's.
  public var fields: [Field]

  /// The parameters that are header fields; they follow `fields`.
  public var headers: Arguments

  /// The parameters that are cookies; they stand in one field (RFC 6265 section 5.4).
  public var cookies: Arguments

  /// The credential, put in by the runner; `nil` where there is none but in ``fields``.
  public var credential: CredentialUse?

  /// The content.
  public var body: Body?

  /// Live data that are not sent and looked for in the answer, by the names under which outputs of the
  /// request give them.
  package var sought: Arguments = [:]

  /// Creates a template.
  public init(
    _ method: HTTPRequest.Method,
    _ path: [PathPiece],
    query: Arguments = [:],
    fields: [Field] = [],
    headers: Arguments = [:],
    cookies: Arguments = [:],
    credential: CredentialUse? = nil,
    body: Body? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
    self.headers = headers
    self.cookies = cookies
    self.credential = credential
    self.body = body
  }

  /// The values of earlier answers that it needs.
  package var outputs: [Output] {
    var outputs: [Output] = []
    eachOperand { if case .output(let output) = $0 { outputs.append(output) } }
    return outputs
  }

  /// The names of the givens that it needs, in the order in which they first occur.
  public var givens: [String] {
    var names: [String] = []
    addGivens(to: &names)
    return names
  }

  /// Adds the names of the givens that it needs to those that are known already.
  func addGivens(to names: inout [String]) {
    eachOperand { operand in
      if case .given(let name, _) = operand, !names.contains(name) { names.append(name) }
    }
  }

  /// Looks at each operand, in their order: it is asked for every case, and makes no list of them.
  private func eachOperand(_ look: (Operand) -> Void) {
    if let target {
      look(target)
    } else {
      for case .value(let operand, _, _) in path { look(operand) }
    }
    for argument in query.list { look(argument.value) }
    for field in fields {
      if case .value(let operand) = field.value { look(operand) }
    }
    for argument in headers.list { look(argument.value) }
    for argument in cookies.list { look(argument.value) }
    switch body {
    case .value(_, let values, _, _): for value in values { look(value.value) }
    case .form(let arguments): for argument in arguments.list { look(argument.value) }
    case .output(let output): look(.output(output))
    case .bytes, nil: break
    }
    for argument in sought.list { look(argument.value) }
  }
}

extension RequestTemplate {
  /// Whether it names what it is about by what the case makes itself, and by no live data: by a text that
  /// no other case has, or by a value of an exchange that makes something.
  ///
  /// What header fields carry names nothing.
  package func namesItsOwn(madeBy isMaker: (Int) -> Bool) -> Bool {
    var named = target.map { [$0] } ?? query.list.map(\.value)
    if target == nil {
      named += path.compactMap { piece in
        guard case .value(let operand, _, _) = piece else { return nil }
        return operand
      }
    }
    switch body {
    case .value(_, let values, _, _): named += values.map(\.value)
    case .form(let arguments): named += arguments.list.map(\.value)
    case .output, .bytes, nil: break
    }
    return givens.isEmpty
      && named.contains { operand in
        switch operand {
        case .unique: true
        case .output(let output): isMaker(output.step)
        case .stepOutput, .literal, .given: false
        }
      }
  }

  /// Whether a credential of the suite is put in that is right.
  package var carriesCredential: Bool {
    if case .valid = credential { return true }
    return hasCredentialField && credential == nil
  }

  /// Whether one of the fields is the suite's credential.
  package var hasCredentialField: Bool { fields.contains { $0.value == .credential } }

  /// The role whose credential is put in; `nil` is the suite's usual one.
  package var role: String? {
    switch credential {
    case .valid(let role), .wrong(_, let role): role
    case nil: nil
    }
  }
}
