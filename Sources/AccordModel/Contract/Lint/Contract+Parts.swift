import AccordSchema

/// A schema of a contract with the words for whose it is.
struct OwnedSchema {
  var owner: String
  var schema: Schema
  var source: SourceLine
}

extension Contract {
  /// The versions that its routes serve, in ascending order.
  var servedVersions: [Int] { Set(routes.flatMap { $0.version?.served ?? [] }).sorted() }

  /// The names that version rules take from the path.
  func versionVariable(of route: Contract.Route) -> String? {
    guard case .path(let name) = route.version?.carrier else { return nil }
    return name
  }

  /// The names that version rules take from the query.
  var versionQueryNames: [String] {
    routes.compactMap { route in
      guard case .query(let name) = route.version?.carrier else { return nil }
      return name
    }
  }

  /// The schemas, each with whose it is.
  var ownedSchemas: [OwnedSchema] {
    var schemas = headers.map {
      OwnedSchema(owner: "the header \($0.name)", schema: $0.value, source: $0.clause.source)
    }
    schemas += parameters.map {
      OwnedSchema(owner: "the parameter \($0.name)", schema: $0.schema, source: $0.clause.source)
    }
    if let body {
      schemas.append(
        OwnedSchema(owner: "the body", schema: body.schema, source: body.clause.source)
      )
      schemas += body.schemas.map {
        OwnedSchema(
          owner: "the body in \($0.format)",
          schema: $0.schema,
          source: body.clause.source
        )
      }
    }
    for response in answers {
      let owner = "the answer \(response.clause.id)"
      if let schema = response.schema {
        schemas.append(
          OwnedSchema(owner: owner, schema: schema, source: response.clause.source)
        )
      }
      schemas += response.readings.flatMap { reading in
        [reading.schema, reading.condition].compactMap(\.self).map { schema in
          OwnedSchema(
            owner: "the reading \(reading.clause.id)",
            schema: schema,
            source: reading.clause.source
          )
        }
      }
      schemas += response.headers.map {
        OwnedSchema(
          owner: "the header \($0.name) of \(owner)",
          schema: $0.value,
          source: $0.clause.source
        )
      }
    }
    for refusal in refusals {
      schemas += refusal.headers.map {
        OwnedSchema(
          owner: "the header \($0.name) of a refusal",
          schema: $0.value,
          source: $0.clause.source
        )
      }
    }
    return schemas
  }

  /// The refusals of its examples.
  var exampleRefusals: [Refusal] {
    examples.compactMap { example in
      guard case .refusal(let refusal) = example.outcome else { return nil }
      return refusal
    }
  }

  /// The refusals that a wrong request gets, without those of examples.
  var requestRefusals: [Refusal] {
    let ofExamples = Set(exampleRefusals.map(\.refused.id))
    return refusals.filter { !ofExamples.contains($0.refused.id) }
  }
}

extension ErrorCatalogue {
  /// Whether two names are the same error, by name or by alias.
  func areSame(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let entry = self[first] else { return false }
    return entry.name == second || entry.aliases.contains(second)
  }
}

extension Example {
  /// Its values that are only known when a case runs, or are written down, with whose they are.
  var operands: [(owner: String, value: Operand)] {
    path.list.map { ("The path variable \($0.name) of the example \"\(name)\"", $0.value) }
      + query.list.map { ("The query parameter \($0.name) of the example \"\(name)\"", $0.value) }
      + headers.list.map { ("The header \($0.name) of the example \"\(name)\"", $0.value) }
      + cookies.list.map { ("The cookie \($0.name) of the example \"\(name)\"", $0.value) }
      + bodyValues.map { ("The body value \($0.pointer) of the example \"\(name)\"", $0.value) }
  }
}
