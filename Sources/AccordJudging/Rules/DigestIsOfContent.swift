package import AccordModel

/// Holds the digests that header fields name to the content (RFC 9530, and `sha256:…` as registries write
/// it).
package struct DigestIsOfContent: ExchangeRule {
  package init() {}

  package var id: String { "digest-is-of-content" }
  package var sentence: String { "The digest that a header field names is that of the content." }

  package func check(_ observation: Observation) -> Finding {
    guard observation.isAsPromised, let rules = observation.answeredResponse?.digests,
      !rules.isEmpty
    else { return .notApplicable }
    var violations: [Violation] = []
    var unknown: [String] = []
    for rule in rules {
      let values = observation.response.fields.values(of: rule.name)
      guard !values.isEmpty else {
        if rule.isRequired {
          violations.append(violation(rule, observation, "the field \(rule.name)", "none"))
        }
        continue
      }
      guard Self.isComparable(rule, observation) else { continue }
      switch rule.comparison(of: values, with: observation) {
      case .same: continue
      case .other(let expected):
        let actual = Excerpt.text(values.joined(separator: ", "))
        violations.append(violation(rule, observation, expected, actual))
      case .unknown(let algorithm):
        unknown.append(
          "\(rule.name) names a digest by \(Excerpt.text(algorithm)), which is not computed."
        )
      }
    }
    guard violations.isEmpty, !unknown.isEmpty else { return .of(violations) }
    return .notChecked(unknown.joined(separator: " "))
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    let rules = observation.answeredResponse?.digests ?? []
    return rules.filter { rule in
      let isThere = !observation.response.fields.values(of: rule.name).isEmpty
      return Self.isComparable(rule, observation) && (isThere || rule.isRequired)
    }.map(\.clause.id)
  }

  /// Whether the content is what the digest is of: a part of a representation is only its
  /// Content-Digest's.
  private static func isComparable(_ rule: DigestRule, _ observation: Observation) -> Bool {
    let isWhole = observation.response.status != 206 || rule.name.lowercased() == "content-digest"
    return observation.allowsContent && isWhole && observation.contentFault == nil
  }

  private func violation(
    _ rule: DigestRule,
    _ observation: Observation,
    _ expected: String,
    _ actual: String
  ) -> Violation {
    observation.violation(
      self,
      rule.clause,
      at: .header(rule.name),
      expected: expected,
      actual: actual
    )
  }

  package var accepted: [RuleExample] {
    // Digests that sha256sum, openssl and Python made of four bytes.
    let hex = "fa2c8cc4f28176bbeed4b736df569a34c79cd3723e9ec42f9674b4d46ac6b8b8"
    let base64 = "+iyMxPKBdrvu1Lc231aaNMec03I+nsQvlnS01GrGuLg="
    let long =
      "eN/sY3NHxQn+jXjVXvvSj6FmbxRuOpZLftolUebza/KbVyZlhPpHMGunMy4kbp1EBsWnKp5gni7Kbjam/1BfNg=="
    return [
      .answer(
        "the digest as registries write it",
        to: BookShop.cover(digests: [.required("Docker-Content-Digest", .algorithmAndHex)]),
        .answer(200, nil, "blob", fields: [Field("docker-content-digest", "sha256:\(hex)")])
      ),
      .answer(
        "the digest beside one by another algorithm",
        to: BookShop.cover(digests: [.required("Repr-Digest", .dictionary)]),
        .answer(
          200,
          nil,
          "blob",
          fields: [
            Field("Repr-Digest", "unixsum=:AAA=:, sha-256=:\(base64):;a=1, sha-512=:\(long):")
          ]
        )
      ),
      .answer(
        "digits in upper case alone, and none where there need not be one",
        to: BookShop.cover(digests: [
          .required("X-Sum", .hex), .optional("Content-Digest", .dictionary),
        ]),
        .answer(200, nil, "blob", fields: [Field("X-Sum", hex.uppercased())])
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let rules: [DigestRule] = [.required("Docker-Content-Digest", .algorithmAndHex)]
    let place = "response header Docker-Content-Digest"
    let zeros = String(repeating: "0", count: 64)
    return [
      .answer(
        "the digest of something else",
        to: BookShop.cover(digests: rules),
        .answer(200, nil, "blob", fields: [Field("Docker-Content-Digest", "sha256:\(zeros)")]),
        at: place
      ),
      .answer(
        "no digest",
        to: BookShop.cover(digests: rules),
        .answer(200, nil, "blob"),
        at: place
      ),
      .answer(
        "what is no digest",
        to: BookShop.cover(digests: [.optional("Repr-Digest", .dictionary)]),
        .answer(200, nil, "blob", fields: [Field("Repr-Digest", "sha-256=abc")]),
        at: "response header Repr-Digest"
      ),
    ]
  }
}

extension DigestRule {
  /// What comparing a field with the content shows.
  fileprivate enum Comparison {
    case same
    case other(expected: String)
    case unknown(algorithm: String)
  }

  /// Compares the values of the field with the content of an answer.
  fileprivate func comparison(of values: [String], with observation: Observation) -> Comparison {
    let text = values.joined(separator: ", ")
    switch form {
    case .hex:
      let expected = value(of: observation.content)
      return text.lowercased() == expected ? .same : .other(expected: expected)
    case .algorithmAndHex:
      let name = text.prefix { $0 != ":" }
      let isUnknown = text.contains(":") && !name.isEmpty && !["sha256", "sha512"].contains(name)
      guard !isUnknown else { return .unknown(algorithm: String(name)) }
      let expected = value(of: observation.content, by: name == "sha512" ? .sha512 : .sha256)
      return text == expected ? .same : .other(expected: expected)
    case .dictionary:
      var algorithms: [String] = []
      var isKnown = false
      for part in text.split(separator: ",") {
        let member = part.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }
        let name = String(member.prefix { $0 != "=" })
        guard let algorithm = DigestRule.Algorithm(rawValue: name) else {
          algorithms.append(name)
          continue
        }
        let expected = value(of: observation.response.body, by: algorithm)
        guard member == expected else { return .other(expected: expected) }
        isKnown = true
      }
      return isKnown ? .same : .unknown(algorithm: algorithms.joined(separator: " and "))
    }
  }
}
