import AccordModel
import AccordSchema
import HTTPTypes

extension ExtensionCoding where Value == Given {
  /// Live data, and how they are found; what a workflow makes is not said.
  static var given: Self {
    .object(Given.given("", fields: [], "")) { rows in
      rows.must("id", \.id, .text)
      rows.may("meaning", \.meaning, .text, unless: "")
      rows.must("fields", \.fields, .list(.givenField))
      rows.may("discovery", \.discovery, .discovery)
      rows.may("creation", \.creation, .discovery)
      rows.may("guess", \.guess, .json)
    }
  }
}

extension ExtensionCoding where Value == Given.Field {
  fileprivate static var givenField: Self {
    .object(Given.Field("", .any)) { rows in
      rows.must("name", \.name, .text)
      rows.must("schema", \.schema, .schema())
    }
  }
}

extension ExtensionCoding where Value == Given.Discovery {
  fileprivate static var discovery: Self {
    .object(
      Given.Discovery("", RequestTemplate(.get, []), list: .root, members: [])
    ) { rows in
      rows.must("name", \.name, .text)
      rows.must("request", \.request, .request)
      rows.must("list", \.list, .pointer)
      rows.must("members", \.members, .list(.pointer))
      rows.may("suitable", \.suitable, .schema(), unless: .any)
      rows.may("pages", \.pages, .nextPage)
      rows.may("effect", \.effect, .effect)
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate {
  /// A request whose live values are open.
  static var request: Self {
    .object(RequestTemplate(.get, [])) { rows in
      rows.must("method", \.method, .method)
      rows.must("path", \.path, .list(.pathPiece))
      rows.may("query", \.query, .arguments, unless: [:])
      rows.may("fields", \.fields, .list(.requestField), unless: [])
      rows.may("headers", \.headers, .arguments, unless: [:])
      rows.may("cookies", \.cookies, .arguments, unless: [:])
      rows.may("credential", \.credential, .credentialUse)
      rows.may("body", \.body, .content)
    }
  }
}

/// A value of a path with the variable that it is.
private struct PathValue: Hashable {
  var value = Operand.literal(.null)
  var variable: String?
  var serialization = Parameter.Serialization(.simple)
}

extension ExtensionCoding where Value == PathValue {
  fileprivate static var pathValue: Self {
    .object(PathValue()) { rows in
      rows.must("value", \.value, .operand)
      rows.may("of", \.variable, .text)
      rows.may("as", \.serialization, .serialization, unless: Parameter.Serialization(.simple))
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate.PathPiece {
  fileprivate static var pathPiece: Self {
    .choice { cases in
      cases.holding("text", .text, RequestTemplate.PathPiece.text) {
        if case .text(let text) = $0 { text } else { nil }
      }
      cases.holding(
        "value",
        .pathValue,
        { .value($0.value, of: $0.variable, as: $0.serialization) }
      ) {
        guard case .value(let value, let variable, let serialization) = $0 else { return nil }
        return PathValue(value: value, variable: variable, serialization: serialization)
      }
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate.Field {
  fileprivate static var requestField: Self {
    .object(RequestTemplate.Field("", .credential)) { rows in
      rows.must("name", \.name, .text)
      rows.must("value", \.value, .fieldValue)
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate.FieldValue {
  fileprivate static var fieldValue: Self {
    .choice { cases in
      cases.word("credential", .credential)
      cases.holding("value", .operand, RequestTemplate.FieldValue.value) {
        if case .value(let value) = $0 { value } else { nil }
      }
    }
  }
}

/// Whose credential a request has, right or wrong.
private struct Bearer: Hashable {
  var token: String?
  var role: String?
}

extension ExtensionCoding where Value == Bearer {
  fileprivate static var bearer: Self {
    .object(Bearer()) { rows in
      rows.may("token", \.token, .text)
      rows.may("role", \.role, .text)
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate.CredentialUse {
  fileprivate static var credentialUse: Self {
    .choice { cases in
      cases.holding("valid", .bearer, { .valid(as: $0.role) }) {
        if case .valid(let role) = $0 { Bearer(role: role) } else { nil }
      }
      cases.holding("wrong", .bearer, { .wrong($0.token, as: $0.role) }) {
        guard case .wrong(let token, let role) = $0 else { return nil }
        return Bearer(token: token, role: role)
      }
    }
  }
}

/// A value that is sent.
private struct SentValue: Hashable {
  var value: JSON = .null
  var values: [Example.BodyValue] = []
  var syntax = Format.Syntax.json
  var schema = Schema.any
}

extension ExtensionCoding where Value == SentValue {
  fileprivate static var sentValue: Self {
    .object(SentValue()) { rows in
      rows.must("value", \.value, .json)
      rows.may("values", \.values, .list(.bodyValue), unless: [])
      rows.may("syntax", \.syntax, .syntax, unless: .json)
      rows.may("schema", \.schema, .schema(.request), unless: .any)
    }
  }
}

extension ExtensionCoding where Value == RequestTemplate.Body {
  fileprivate static var content: Self {
    .choice { cases in
      cases.holding(
        "value",
        .sentValue,
        { .value($0.value, $0.values, $0.syntax, $0.schema) }
      ) {
        guard case .value(let value, let values, let syntax, let schema) = $0 else { return nil }
        return SentValue(value: value, values: values, syntax: syntax, schema: schema)
      }
      cases.holding("form", .arguments, RequestTemplate.Body.form) {
        if case .form(let arguments) = $0 { arguments } else { nil }
      }
    }
  }
}
