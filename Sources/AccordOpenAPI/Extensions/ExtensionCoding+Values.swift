import AccordModel
import AccordSchema
import HTTPTypes

extension ExtensionCoding where Value == String {
  /// A text.
  static var text: Self {
    ExtensionCoding { text, _ in
      .string(text)
    } read: { node, _ throws(ExtensionFault) in
      guard let text = node.text else { throw node.fault(.kind(.string, found: node.kind)) }
      return text
    }
  }

  /// The name of a variable of the environment, which has to be one of the suite's: what it holds is sent.
  static var variable: Self {
    ExtensionCoding { text, _ in
      .string(text)
    } read: { node, reader throws(ExtensionFault) in
      guard let text = node.text else { throw node.fault(.kind(.string, found: node.kind)) }
      guard text.hasPrefix(reader.variables) else {
        throw node.fault(.foreignVariable(text, prefix: reader.variables))
      }
      return text
    }
  }
}

extension ExtensionCoding where Value == Bool {
  /// True or false.
  static var boolean: Self {
    ExtensionCoding { value, _ in
      .boolean(value)
    } read: { node, _ throws(ExtensionFault) in
      guard let value = node.boolean else { throw node.fault(.kind(.boolean, found: node.kind)) }
      return value
    }
  }
}

extension ExtensionCoding where Value == Int {
  /// An integer in some range, so that nothing is made as often as a stranger says.
  static func integer(_ range: ClosedRange<Int>) -> Self {
    ExtensionCoding { value, _ in
      .number(JSONNumber(value))
    } read: { node, _ throws(ExtensionFault) in
      guard let value = node.number?.int, range.contains(value) else {
        throw node.fault(.number(from: range.lowerBound, to: range.upperBound))
      }
      return value
    }
  }

  /// An integer of which nothing is made that many times.
  static var integer: Self { .integer(-2_147_483_648...2_147_483_647) }
}

extension ExtensionCoding where Value == JSON {
  /// A value as it is.
  static var json: Self {
    ExtensionCoding { value, _ in
      value
    } read: { node, _ in
      node.value
    }
  }
}

extension ExtensionCoding where Value == JSONPointer {
  /// A JSON Pointer (RFC 6901).
  static var pointer: Self {
    .mapped(
      .text,
      to: { JSONPointer(parsing: $0) },
      from: { "\($0)" },
      expected: "a JSON Pointer, such as \"/id\""
    )
  }
}

extension ExtensionCoding where Value == Schema {
  /// A schema, which stands where the document has it already, or among its components.
  static func schema(_ variant: SchemaVariant = .answer) -> Self {
    ExtensionCoding { schema, exporter throws(SchemaError) in
      try exporter.components.referred(schema)
    } read: { node, reader throws(ExtensionFault) in
      guard node.kind == .object || node.kind == .boolean else {
        throw node.fault(.kind(.object, found: node.kind))
      }
      return reader.schemas.schema(node, variant)
    }
  }
}

extension ExtensionCoding where Value == HTTPRequest.Method {
  /// A method.
  static var method: Self {
    .mapped(
      .text,
      to: { HTTPRequest.Method(rawValue: $0) },
      from: \.rawValue,
      expected: "a method, such as \"GET\""
    )
  }
}

extension ExtensionCoding where Value == StatusSet {
  /// Statuses: a list of them, or the first and the last of a range.
  static var statuses: Self {
    .choice { cases in
      cases.holding("anyOf", .list(.integer(100...599)), StatusSet.anyOf) {
        if case .anyOf(let codes) = $0 { codes } else { nil }
      }
      cases.holding("range", .range(100...599), StatusSet.range) {
        if case .range(let range) = $0 { range } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == ClosedRange<Int> {
  /// A range as the list of its ends.
  static func range(_ bounds: ClosedRange<Int>) -> Self {
    .mapped(
      .list(.integer(bounds)),
      to: { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil },
      from: { [$0.lowerBound, $0.upperBound] },
      expected: "the smallest and the largest of a range"
    )
  }
}

extension ExtensionCoding where Value == Basis {
  /// Where a promise comes from.
  static var basis: Self {
    .choice { cases in
      cases.word("stated", .stated)
      cases.holding("page", .page, Basis.statedBy, of: \.page)
      cases.holding("assumption", .text, Basis.assumption, of: \.reason)
    }
  }
}

extension ExtensionCoding where Value == SourcePage {
  /// A page.
  static var page: Self {
    .object(SourcePage("", "")) { rows in
      rows.must("title", \.title, .text)
      rows.must("address", \.address, .text)
    }
  }
}

extension ExtensionCoding where Value == Effect {
  /// What a call does to what the server keeps.
  static var effect: Self {
    .word([("read-only", .readOnly), ("changes-state", .changesState)])
  }
}
