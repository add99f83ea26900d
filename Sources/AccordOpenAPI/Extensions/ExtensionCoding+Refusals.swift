import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Refusal {
  /// What a wrong request gets.
  static var refusal: Self {
    .object(Refusal.error()) { rows in
      rows.may("names", \.names, .list(.text), unless: [])
      rows.may("statuses", \.statuses, .statuses)
      rows.may("allowsEmptyBody", \.allowsEmptyBody, .boolean, unless: false)
      rows.may("headers", \.headers, .list(.header), unless: [])
      rows.may("fieldName", \.fieldName, .text)
      rows.may("probes", \.probes, .list(.probe), unless: [])
      rows.may("places", \.places, .list(.place), unless: [])
      rows.may("refused", \.refused.basis, .basis, unless: .stated)
      rows.may("named", \.named.basis, .basis, unless: .stated)
    } made: { read, source in
      var refusal = read
      refusal.refused.source = source
      refusal.named.source = source
      return refusal
    }
  }
}

extension ExtensionCoding where Value == Probe {
  fileprivate static var probe: Self {
    .object(Probe("", .null, why: "")) { rows in
      rows.must("name", \.name, .text)
      rows.must("value", \.value, .json)
      rows.must("why", \.why, .text)
      rows.may("basis", \.basis, .basis)
    }
  }
}

extension ExtensionCoding where Value == HeaderRule {
  /// What is said of a header field.
  static var header: Self {
    .object(HeaderRule.optional("")) { rows in
      rows.must("name", \.name, .text)
      rows.must("presence", \.presence, .presence)
      rows.may("schema", \.value, .schema(), unless: .string)
      rows.may("isCredential", \.isCredential, .boolean, unless: false)
      rows.may("missing", \.missing, .refusal)
      rows.may("invalid", \.invalid, .refusal)
      rows.may("meaning", \.meaning, .text, unless: "")
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      switch read.presence {
      case .required:
        .required(
          read.name,
          read.value,
          read.meaning,
          isCredential: read.isCredential,
          missing: read.missing,
          invalid: read.invalid,
          basis: read.clause.basis,
          fileID: source.fileID,
          line: source.line
        )
      case .optional:
        .optional(
          read.name,
          read.value,
          read.meaning,
          invalid: read.invalid,
          basis: read.clause.basis,
          fileID: source.fileID,
          line: source.line
        )
      case .forbidden:
        .forbidden(
          read.name,
          basis: read.clause.basis,
          fileID: source.fileID,
          line: source.line
        )
      }
    }
  }
}

extension ExtensionCoding where Value == HeaderRule.Presence {
  fileprivate static var presence: Self {
    .word([("required", .required), ("optional", .optional), ("forbidden", .forbidden)])
  }
}
