import AccordSchema

extension Contract.Route {
  /// The route with what methods get that no contract of the suite serves at its path.
  ///
  /// The answer is held to name the methods that are served in Allow (RFC 9110 section 15.5.6):
  ///
  /// ```swift
  /// routes: [.get("/orders").otherMethods(.status(.methodNotAllowed))]
  /// ```
  public func otherMethods(_ refusal: Refusal) -> Contract.Route {
    var route = self
    var refusal = refusal
    let namesAllow = refusal.headers.contains { $0.name.lowercased() == "allow" }
    let isNotAllowed = refusal.statuses?.lists(405) ?? false
    if isNotAllowed, !namesAllow {
      let source = refusal.refused.source
      refusal.headers.append(
        .required(
          "Allow",
          .string,
          "The methods that are served.",
          basis: .stated,
          fileID: source.fileID,
          line: source.line
        )
      )
    }
    route.otherMethods = refusal.belonging(
      to: "\(clause.id)/other-methods",
      when: "A method that is not served at \(path)"
    )
    return route
  }
}
