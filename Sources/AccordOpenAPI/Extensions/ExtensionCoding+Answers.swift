import AccordModel
import AccordSchema

extension ExtensionCoding where Value == ResponseRule {
  /// What a request gets.
  static var response: Self {
    .object(ResponseRule.statuses(.successful, .unspecified, name: "")) { rows in
      rows.must("name", \.ownName, .text)
      rows.must("statuses", \.statuses, .statuses)
      rows.may("content", \.content, .content, unless: .unspecified)
      rows.may("formats", \.formats, .list(.text), unless: [])
      rows.may("headers", \.headers, .list(.header), unless: [])
      rows.may("digests", \.digests, .list(.digest), unless: [])
      rows.may("readings", \.readings, .list(.reading), unless: [])
      rows.may("ties", \.ties, .list(.tie), unless: [])
      rows.may("versions", \.versions, .list(.integer), unless: [])
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
      rows.may("contentBasis", \.contentClause.basis, .basis, unless: .stated)
    } made: { read, source in
      var rule = ResponseRule.statuses(
        read.statuses,
        read.content,
        in: read.formats,
        headers: read.headers,
        digests: read.digests,
        readings: read.readings,
        versions: read.versions,
        name: read.ownName,
        basis: read.clause.basis,
        contentBasis: read.contentClause.basis,
        fileID: source.fileID,
        line: source.line
      )
      for tie in read.ties { rule = rule.tied(tie) }
      return rule
    }
  }
}

extension ResponseRule {
  /// The name by which examples expect it.
  fileprivate var ownName: String {
    get { String(clause.id.dropFirst("response/".count)) }
    set { clause.id = "response/\(newValue)" }
  }
}

extension ExtensionCoding where Value == ResponseRule.Content {
  fileprivate static var content: Self {
    .choice { cases in
      cases.word("empty", .empty)
      cases.word("unspecified", .unspecified)
      cases.holding("payload", .schema(), ResponseRule.Content.payload) {
        if case .payload(let schema) = $0 { schema } else { nil }
      }
      cases.holding("rows", .rows, { .rows($0.schema, of: $0.list) }) {
        if case .rows(let schema, let list) = $0 { Rows(schema: schema, list: list) } else { nil }
      }
      // A mock writes the least.
      cases.holding("bytes", .bytes, { .bytes(count: $0.least...$0.most) }) {
        guard case .octets(let octets) = $0 else { return nil }
        return Bytes(least: octets.count.lowerBound, most: octets.count.upperBound)
      }
    }
  }
}

/// A value whose items are rows.
private struct Rows: Hashable {
  var schema: Schema
  var list: JSONPointer
}

extension ExtensionCoding where Value == Rows {
  fileprivate static var rows: Self {
    .object(Rows(schema: .any, list: .root)) { rows in
      rows.must("schema", \.schema, .schema())
      rows.must("of", \.list, .pointer)
    }
  }
}

/// How many bytes there may be.
private struct Bytes: Hashable {
  var least: Int
  var most: Int
}

extension ExtensionCoding where Value == Bytes {
  fileprivate static var bytes: Self {
    .object(Bytes(least: 1, most: .max)) { rows in
      rows.may("least", \.least, .integer(0...16_777_216), unless: 1)
      rows.may("most", \.most, .integer(0...Int.max), unless: Int.max)
    } made: { read, _ in
      Bytes(least: read.least, most: Swift.max(read.least, read.most))
    }
  }
}

extension ExtensionCoding where Value == DigestRule {
  fileprivate static var digest: Self {
    .object(DigestRule.optional("", .hex)) { rows in
      rows.must("name", \.name, .text)
      rows.must("form", \.form, .digestForm)
      rows.may("required", \.isRequired, .boolean, unless: false)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      let make = read.isRequired ? DigestRule.required : DigestRule.optional
      return make(read.name, read.form, read.clause.basis, source.fileID, source.line)
    }
  }
}

extension ExtensionCoding where Value == DigestRule.Form {
  fileprivate static var digestForm: Self {
    .word([
      ("algorithmAndHex", .algorithmAndHex), ("hex", .hex), ("dictionary", .dictionary),
    ])
  }
}

extension ExtensionCoding where Value == ContentReading {
  fileprivate static var reading: Self {
    .object(ContentReading.reading("", "", .any, basis: .stated)) { rows in
      rows.must("name", \.name, .text)
      rows.must("sentence", \.clause.sentence, .text)
      rows.must("schema", \.schema, .schema())
      rows.may("when", \.condition, .schema())
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .reading(
        read.name,
        read.clause.sentence,
        read.schema,
        when: read.condition,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == ErrorClause {
  /// An error that an endpoint's document lists.
  static var error: Self {
    .object(ErrorClause.named("", .byRequest)) { rows in
      rows.must("name", \.name, .text)
      rows.may("provocation", \.provocation, .provocation, unless: .byRequest)
      rows.may("meaning", \.meaning, .text, unless: "")
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .named(
        read.name,
        read.provocation,
        read.meaning,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == ErrorClause.Provocation {
  fileprivate static var provocation: Self {
    .choice { cases in
      cases.word("byRequest", .byRequest)
      cases.word("byExample", .byExample)
      cases.holding("impossible", .text, { .impossible(reason: $0) }) {
        if case .impossible(let reason) = $0 { reason } else { nil }
      }
    }
  }
}
