import AccordSchema

/// Every schema can be compiled.
struct SchemasCompile: LintCheck {
  let id = "schemas"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    var schemas = suite.errors.schemas.map { ("an error's body", $0) }
    for given in suite.givens {
      schemas += given.fields.map { ("the field \($0.name) of the given \(given.id)", $0.schema) }
      if let discovery = given.discovery {
        schemas.append(("the discovery of the given \(given.id)", discovery.suitable))
      }
    }
    return schemas.compactMap { owner, schema in
      finding(OwnedSchema(owner: owner, schema: schema, source: suite.source))
    }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.ownedSchemas.compactMap(finding)
  }

  private func finding(_ owned: OwnedSchema) -> LintFinding? {
    do throws(SchemaError) {
      _ = try SchemaValidator(owned.schema)
      return nil
    } catch {
      return LintFinding(.schema(owner: owned.owner, error), at: owned.source)
    }
  }
}
