extension ResponseRule {
  /// What an answer is whose status nothing else in the contract declares, as `default` of OpenAPI has it.
  ///
  /// It stands in ``Contract/otherwise``. Its other arguments are those of
  /// ``status(_:_:in:headers:digests:readings:versions:name:basis:contentBasis:fileID:line:)``.
  public static func `default`(
    _ content: Content,
    in formats: [Format.ID] = [],
    headers: [HeaderRule] = [],
    basis: Basis = .stated,
    contentBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ResponseRule {
    .statuses(
      .any,
      content,
      in: formats,
      headers: headers,
      name: "default",
      basis: basis,
      contentBasis: contentBasis,
      fileID: fileID,
      line: line
    )
  }

  /// The rule of an answer that no request is promised.
  var unasked: ResponseRule {
    var rule = self
    rule.clause.sentence =
      statuses == .any
      ? "An answer of a status that is not declared otherwise is one of the endpoint's."
      : "\(statuses) is one of the endpoint's statuses."
    return rule
  }
}

extension Contract {
  /// All its answers: those of right requests, and then the others.
  package var answers: [ResponseRule] { responses + otherwise }

  /// Whether it says what answers of statuses are that it does not declare.
  package var hasDefault: Bool { otherwise.contains { $0.statuses == .any } }

  /// What an answer of this status is that is none of those of right requests: of the closest statuses, and
  /// of those the one that names the format of the answer, else one that names none.
  package func otherAnswer(
    of status: Int,
    version: Int?,
    in formats: [Format.ID] = []
  ) -> ResponseRule? {
    let possible = otherwise.filter { rule in
      rule.statuses.contains(status)
        && (rule.versions.isEmpty || version.map(rule.versions.contains) ?? true)
    }
    guard let least = possible.map(\.statuses.breadth).min() else { return nil }
    let closest = possible.filter { $0.statuses.breadth == least }
    return closest.first { formats.contains(where: $0.formats.contains) }
      ?? closest.first(where: \.formats.isEmpty) ?? closest.first
  }
}
