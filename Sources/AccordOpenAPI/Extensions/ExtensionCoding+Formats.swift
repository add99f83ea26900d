import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Format {
  /// A representation.
  static var format: Self {
    .object(Format("", .json, mediaType: "")) { rows in
      rows.must("id", \.id, .text)
      rows.must("syntax", \.syntax, .syntax)
      rows.must("mediaType", \.mediaType, .text)
      rows.may("charset", \.charset, .text)
      rows.may("charsetBasis", \.charsetBasis, .basis, unless: .stated)
      rows.must("accept", \.accept, .text)
      rows.must("suffix", \.suffix, .text)
      rows.must("queryValue", \.queryValue, .text)
      rows.may("isChecked", \.isChecked, .boolean, unless: true)
    }
  }
}

extension ExtensionCoding where Value == Format.Syntax {
  /// A syntax, but for those that a team brings.
  static var syntax: Self {
    .word([
      ("json", .json), ("xml", .xml), ("jsonLines", .jsonLines), ("csv", .csv), ("jsv", .jsv),
      ("form", .form), ("multipart", .multipart), ("parts", .parts), ("text", .text),
      ("bytes", .bytes),
    ])
  }
}

extension ExtensionCoding where Value == Negotiation {
  /// How a request chooses its format.
  static var negotiation: Self {
    .object(Negotiation(ways: [], fallback: "")) { rows in
      rows.must("ways", \.ways, .list(.negotiationRule))
      rows.may("precedence", \.precedenceClause.basis, .basis, unless: .stated)
      rows.must("fallback", \.fallback, .text)
      rows.may("fallbackBasis", \.fallbackClause.basis, .basis, unless: .stated)
    } made: { read, source in
      Negotiation(
        ways: read.ways,
        precedence: read.precedenceClause.basis,
        fallback: read.fallback,
        fallbackBasis: read.fallbackClause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == Negotiation.Rule {
  fileprivate static var negotiationRule: Self {
    .object(Negotiation.Rule.by(.accept)) { rows in
      rows.must("by", \.way, .way)
      rows.may("choices", \.choices, .list(.formatChoice), unless: [])
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .by(
        read.way,
        read.choices,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == Negotiation.Way {
  fileprivate static var way: Self {
    .choice { cases in
      cases.word("suffix", .suffix)
      cases.word("accept", .accept)
      cases.holding("query", .text, Negotiation.Way.query) {
        if case .query(let name) = $0 { name } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == Negotiation.Choice {
  fileprivate static var formatChoice: Self {
    .object(Negotiation.Choice.format("", basis: .stated)) { rows in
      rows.must("format", \.format, .text)
      rows.must("basis", \.clause.basis, .basis)
    } made: { read, source in
      .format(
        read.format,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}
