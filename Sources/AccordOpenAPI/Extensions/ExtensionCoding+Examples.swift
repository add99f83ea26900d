import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Example {
  /// A documented request.
  static var example: Self {
    .object(Example.example("")) { rows in
      rows.must("name", \.name, .text)
      rows.may("format", \.format, .text)
      rows.may("routes", \.routes, .list(.text), unless: [])
      rows.may("versions", \.versions, .list(.integer), unless: [])
      rows.may("role", \.role, .text)
      rows.may("path", \.path, .arguments, unless: [:])
      rows.may("query", \.query, .arguments, unless: [:])
      rows.may("headers", \.headers, .arguments, unless: [:])
      rows.may("cookies", \.cookies, .arguments, unless: [:])
      rows.may("body", \.body, .json)
      rows.may("bodyValues", \.bodyValues, .list(.bodyValue), unless: [])
      rows.may("consumes", \.consumes, .list(.text), unless: [])
      rows.may("changesState", \.changesState, .boolean, unless: false)
      rows.may("expect", \.outcome, .outcome, unless: .response())
      rows.may("or", \.otherResponses, .list(.text), unless: [])
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .example(
        read.name,
        in: read.format,
        routes: read.routes,
        versions: read.versions,
        as: read.role,
        path: read.path,
        query: read.query,
        headers: read.headers,
        cookies: read.cookies,
        body: read.body,
        bodyValues: read.bodyValues,
        consumes: read.consumes,
        changesState: read.changesState,
        expect: read.outcome,
        or: read.otherResponses,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == Example.BodyValue {
  /// A value at a place of a body.
  static var bodyValue: Self {
    .object(Example.BodyValue.at(.root, .literal(.null))) { rows in
      rows.must("at", \.pointer, .pointer)
      rows.must("value", \.value, .operand)
    }
  }
}

extension ExtensionCoding where Value == Example.Outcome {
  fileprivate static var outcome: Self {
    .choice { cases in
      cases.holding("response", .text, { .response($0) }) {
        if case .response(let name) = $0 { name } else { nil }
      }
      cases.holding("refusal", .refusal, Example.Outcome.refusal) {
        if case .refusal(let refusal) = $0 { refusal } else { nil }
      }
    }
  }
}
