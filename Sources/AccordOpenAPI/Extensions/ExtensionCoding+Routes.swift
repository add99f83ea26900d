import AccordModel
import AccordSchema
import HTTPTypes

extension ExtensionCoding where Value == Contract.Route {
  /// A way to reach an endpoint.
  static var route: Self {
    .object(Contract.Route.get("/")) { rows in
      rows.may("name", \.name, .text, unless: "route")
      rows.must("methods", \.methods, .methods)
      rows.must("path", \.path, .path)
      rows.may("version", \.version, .version)
      rows.may("otherMethods", \.otherMethods, .refusal)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      let route = Contract.Route.route(
        read.methods,
        read.path.description,
        name: read.name,
        version: read.version,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
      return read.otherMethods.map { route.otherMethods($0) } ?? route
    }
  }
}

extension ExtensionCoding where Value == MethodRule {
  fileprivate static var methods: Self {
    .choice { cases in
      cases.holding("only", .list(.method), MethodRule.only) {
        if case .only(let methods) = $0 { methods } else { nil }
      }
      cases.holding("all", .list(.method), MethodRule.all) {
        if case .all(let probed) = $0 { probed } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == RouteTemplate {
  fileprivate static var path: Self {
    .mapped(
      .text,
      to: { $0.hasPrefix("/") ? RouteTemplate($0) : nil },
      from: \.description,
      expected: "a path that begins with a slash"
    )
  }
}

extension ExtensionCoding where Value == VersionRule {
  fileprivate static var version: Self {
    .object(VersionRule.version(in: .query(""), serves: [])) { rows in
      rows.must("in", \.carrier, .carrier)
      rows.must("serves", \.served, .list(.integer))
      rows.may("whenAbsent", \.whenAbsent, .integer)
      rows.optional("absentBasis", .basis, of: \.absentClause?.basis) { rule, basis in
        rule.absentClause = Clause("", "", basis: basis, source: rule.clause.source)
      }
      rows.may("unsupported", \.unsupported, .refusal)
      rows.may("missing", \.missing, .refusal)
      rows.may("notANumber", \.notANumber, .refusal)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .version(
        in: read.carrier,
        serves: read.served,
        whenAbsent: read.whenAbsent,
        absentBasis: read.absentClause?.basis ?? .stated,
        unsupported: read.unsupported,
        missing: read.missing,
        notANumber: read.notANumber,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

extension ExtensionCoding where Value == VersionRule.Carrier {
  fileprivate static var carrier: Self {
    .choice { cases in
      cases.holding("query", .text, VersionRule.Carrier.query) {
        if case .query(let name) = $0 { name } else { nil }
      }
      cases.holding("path", .text, VersionRule.Carrier.path) {
        if case .path(let name) = $0 { name } else { nil }
      }
      cases.holding("body", .pointer, VersionRule.Carrier.body) {
        if case .body(let pointer) = $0 { pointer } else { nil }
      }
      cases.holding("header", .text, VersionRule.Carrier.header) {
        if case .header(let name) = $0 { name } else { nil }
      }
      cases.holding("mediaTypeParameter", .text, VersionRule.Carrier.mediaTypeParameter) {
        if case .mediaTypeParameter(let name) = $0 { name } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == CredentialRule {
  /// That a call proves who makes it.
  static var credentialRule: Self {
    .object(CredentialRule.required()) { rows in
      rows.may("role", \.role, .text)
      rows.may("missing", \.missing, .refusal)
      rows.may("invalid", \.invalid, .refusal)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .required(
        as: read.role,
        missing: read.missing,
        invalid: read.invalid,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}
