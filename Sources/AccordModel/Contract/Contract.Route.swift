public import HTTPTypes

extension Contract {
  /// A way to reach an endpoint: methods, a path, and the versions served there.
  public struct Route: Sendable, Hashable {
    /// The name, unique in its contract, such as `cancel`; part of the identifiers of cases.
    public var name: String

    /// The methods that it answers.
    public var methods: MethodRule

    /// The path below the server's address.
    public var path: PathTemplate

    /// The versions that it serves, where the endpoint has versions.
    public var version: VersionRule?

    /// What methods get that no contract serves at its path; `nil` where nothing is said of them.
    public var otherMethods: Refusal?

    /// That the route exists.
    public var clause: Clause

    /// A route that answers `methods`.
    public static func route(
      _ methods: MethodRule,
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      let verbs =
        switch methods {
        case .only(let list): list.map(\.rawValue).joined(separator: ", ")
        case .all: "Every method"
        }
      return Contract.Route(
        name: name,
        methods: methods,
        path: PathTemplate(path),
        version: version,
        otherMethods: nil,
        clause: Clause(
          "route/\(name)",
          "\(verbs) \(path) is served.",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    /// A route that answers GET.
    public static func get(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.get]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers POST.
    public static func post(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.post]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers PUT.
    public static func put(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.put]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers DELETE.
    public static func delete(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.delete]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers PATCH.
    public static func patch(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.patch]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers HEAD.
    public static func head(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.head]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers OPTIONS.
    public static func options(
      _ path: String,
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([.options]),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers a method of another name, such as `PROPFIND` (RFC 9110 section 9.1).
    ///
    /// A name that is no token is found by the lint.
    public static func method(
      _ name: String,
      _ path: String,
      name routeName: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .only([HTTPRequest.Method(rawValue: name)].compactMap(\.self)),
        path,
        name: routeName,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    /// A route that answers every method; cases try `probed`.
    public static func allMethods(
      _ path: String,
      probed: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch],
      name: String = "route",
      version: VersionRule? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Contract.Route {
      route(
        .all(probed: probed),
        path,
        name: name,
        version: version,
        basis: basis,
        fileID: fileID,
        line: line
      )
    }

    var clauses: [Clause] {
      [clause] + (version?.clauses ?? []) + (otherMethods?.clauses ?? [])
    }
  }
}
