import AccordModel
import AccordSchema

extension ExtensionCoding where Value == ErrorCatalogue {
  /// The errors of a suite.
  static var errors: Self {
    .object(ErrorCatalogue.none) { rows in
      rows.must("entries", \.entries, .list(.errorEntry))
      rows.may("places", \.places, .list(.errorPlace), unless: [])
      rows.may("message", \.message, .pointer)
      rows.may("messageBasis", \.messageClause.basis, .basis, unless: .stated)
      rows.may("fieldNames", \.fieldNames, .fieldNames)
      rows.may("formats", \.formats, .list(.format), unless: [])
      rows.may("formatBasis", \.formatClause.basis, .basis, unless: .stated)
      rows.may("schemas", \.schemas, .errorSchemas, unless: [])
      rows.may("schemaBasis", \.bodyClause.basis, .basis, unless: .stated)
      rows.may("parts", \.parts, .list(.errorPart), unless: [])
    } made: { read, source in
      ErrorCatalogue(
        entries: read.entries,
        places: read.places,
        message: read.message,
        fieldNames: read.fieldNames,
        formats: read.formats,
        formatBasis: read.formatClause.basis,
        schemas: read.schemas,
        schemaBasis: read.bodyClause.basis,
        parts: read.parts,
        messageBasis: read.messageClause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

/// What the body of an error follows; a schema that stands in a list that is no keyword would be none.
private struct ErrorSchema: Hashable { var schema = Schema.any }

extension ExtensionCoding where Value == ErrorSchema {
  fileprivate static var errorSchema: Self {
    .object(ErrorSchema()) { rows in rows.must("schema", \.schema, .schema()) }
  }
}

extension ExtensionCoding where Value == [Schema] {
  fileprivate static var errorSchemas: Self {
    .mapped(
      .list(.errorSchema),
      to: { $0.map(\.schema) },
      from: { $0.map { ErrorSchema(schema: $0) } },
      expected: "a list of schemas"
    )
  }
}

extension ExtensionCoding where Value == ErrorCatalogue.Entry {
  fileprivate static var errorEntry: Self {
    .object(ErrorCatalogue.Entry.entry("", statuses: .clientError)) { rows in
      rows.must("name", \.name, .text)
      rows.may("aliases", \.aliases, .list(.text), unless: [])
      rows.must("statuses", \.statuses, .statuses)
      rows.may("code", \.code, .integer)
      rows.may("message", \.message, .text)
      rows.may("basis", \.basis, .basis, unless: .stated)
    }
  }
}

/// A place with the number, the name or the text that belongs to it.
private struct ErrorPlace: Hashable {
  var at = JSONPointer.root
  var success = 0
  var member = ""
  var base = ""
}

extension ExtensionCoding where Value == ErrorPlace {
  fileprivate static var place: Self {
    .object(ErrorPlace()) { rows in
      rows.must("at", \.at, .pointer)
      rows.may("success", \.success, .integer, unless: 0)
      rows.may("member", \.member, .text, unless: "")
      rows.may("base", \.base, .text, unless: "")
    }
  }
}

extension ExtensionCoding where Value == ErrorCatalogue.Place {
  fileprivate static var errorPlace: Self {
    .choice { cases in
      cases.holding("name", .pointer, ErrorCatalogue.Place.name) {
        if case .name(let pointer) = $0 { pointer } else { nil }
      }
      cases.holding("code", .place, { .code($0.at, success: $0.success) }) {
        guard case .code(let pointer, let success) = $0 else { return nil }
        return ErrorPlace(at: pointer, success: success)
      }
      cases.holding("header", .text, ErrorCatalogue.Place.header) {
        if case .header(let name) = $0 { name } else { nil }
      }
      cases.holding("element", .list(.text), ErrorCatalogue.Place.element) {
        if case .element(let names) = $0 { names } else { nil }
      }
      cases.holding("type", .place, { .type($0.at, base: $0.base) }) {
        guard case .type(let pointer, let base) = $0 else { return nil }
        return ErrorPlace(at: pointer, base: base)
      }
      cases.holding("listedName", .place, { .listedName($0.at, member: $0.member) }) {
        guard case .listedName(let pointer, let member) = $0 else { return nil }
        return ErrorPlace(at: pointer, member: member)
      }
    }
  }
}

extension ExtensionCoding where Value == ErrorCatalogue.FieldNames {
  fileprivate static var fieldNames: Self {
    .object(ErrorCatalogue.FieldNames(list: .root, member: "")) { rows in
      rows.must("list", \.list, .pointer)
      rows.must("member", \.member, .text)
    }
  }
}

extension ExtensionCoding where Value == ErrorCatalogue.Part {
  fileprivate static var errorPart: Self {
    .object(ErrorCatalogue.Part.part(.root, basis: .stated)) { rows in
      rows.must("at", \.pointer, .pointer)
      rows.must("basis", \.clause.basis, .basis)
    } made: { read, source in
      .part(
        read.pointer,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}
