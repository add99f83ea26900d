import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Operand {
  /// A value that is known now, or only when a case runs.
  static var operand: Self {
    .choice { cases in
      cases.holding("literal", .json, Operand.literal) {
        if case .literal(let value) = $0 { value } else { nil }
      }
      cases.holding("given", .given, { .given($0.id, field: $0.field) }) {
        if case .given(let id, let field) = $0 { GivenOperand(id: id, field: field) } else { nil }
      }
      cases.holding("unique", .unique, { .unique(prefix: $0.prefix, suffix: $0.suffix) }) {
        guard case .unique(let prefix, let suffix) = $0 else { return nil }
        return UniqueOperand(prefix: prefix, suffix: suffix)
      }
    }
  }
}

/// A value of live data.
struct GivenOperand: Hashable {
  var id: String
  var field: String?
}

extension ExtensionCoding where Value == GivenOperand {
  fileprivate static var given: Self {
    .object(GivenOperand(id: "")) { rows in
      rows.must("id", \.id, .text)
      rows.may("field", \.field, .text)
    }
  }
}

/// A text that no other exchange has.
struct UniqueOperand: Hashable {
  var prefix: String
  var suffix: String
}

extension ExtensionCoding where Value == UniqueOperand {
  fileprivate static var unique: Self {
    .object(UniqueOperand(prefix: "", suffix: "")) { rows in
      rows.may("prefix", \.prefix, .text, unless: "")
      rows.may("suffix", \.suffix, .text, unless: "")
    }
  }
}

extension ExtensionCoding where Value == Arguments {
  /// Named values in their order.
  static var arguments: Self {
    .mapped(
      .list(.argument),
      to: { Arguments($0) },
      from: \.list,
      expected: "a list of named values"
    )
  }
}

extension ExtensionCoding where Value == Arguments.Argument {
  fileprivate static var argument: Self {
    .object(Arguments.Argument("", .literal(.null))) { rows in
      rows.must("name", \.name, .text)
      rows.must("value", \.value, .operand)
      rows.may("as", \.serialization, .serialization, unless: Parameter.Serialization(.form))
    }
  }
}

extension ExtensionCoding where Value == Parameter.Serialization {
  /// How a list or an object is written.
  static var serialization: Self {
    .object(Parameter.Serialization(.form)) { rows in
      rows.must("style", \.style, .style)
      rows.must("explode", \.explodes, .boolean)
      rows.may("allowReserved", \.allowsReserved, .boolean, unless: false)
    }
  }
}

extension ExtensionCoding where Value == Parameter.Style {
  /// A style of OpenAPI.
  static var style: Self { .word(Parameter.Style.allCases.map { ($0.rawValue, $0) }) }
}

extension ExtensionCoding where Value == Parameter.Place {
  /// A place of a request.
  static var place: Self {
    let places: [Parameter.Place] = [.path, .query, .header, .cookie, .form, .body]
    return .word(places.map { ($0.rawValue, $0) })
  }
}
