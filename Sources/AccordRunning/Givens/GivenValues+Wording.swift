import AccordModel
import AccordSchema

extension GivenValues.Invalid: CustomStringConvertible {
  /// What was expected, what was found and what to do.
  public var description: String {
    switch self {
    case .noValue(let text):
      "expected NAME=VALUE[,VALUE…], such as shop.order=1,2,3, found \"\(text)\""
    case .unknown(let name, let known):
      known.isEmpty
        ? "no suite declares the given \"\(name)\"; none is declared at all"
        : "no suite declares the given \"\(name)\"; declared are \(known.joined(separator: ", "))"
    case .value(let given, let field, let found, let expected):
      "the field \(field) of \(given): expected \(expected), found \(found)"
    case .schema(let given, let field, let why):
      "the schema of the field \(field) of \(given) cannot be compiled. \(why)"
    case .fields(let given, let expected, let found):
      """
      a value of \(given) has the fields \(expected.joined(separator: "/")), separated by \
      slashes; found "\(found)"
      """
    case .source(let reason):
      """
      expected NAME=!COMMAND or NAME=URL, such as shop.order=!make-order; \(reason)
      """
    case .twice(let name):
      "\(name) has values or a source already; give it either values or one source"
    case .file(let reason): "the file of givens is not JSON: \(reason)"
    case .shape(let reason):
      "expected an object of lists, such as {\"shop.order\": [1, 2]}; \(reason)"
    }
  }
}

extension Given {
  /// Why its values cannot be told right from wrong; `nil` where they can.
  func flaw(in suite: ContractSuite.ID) -> String? {
    let schemas =
      fields.map { ("the field \($0.name)", $0.schema) }
      + (discovery.map { [("the discovery", $0.suitable)] } ?? [])
    for (owner, schema) in schemas {
      do throws(SchemaError) {
        _ = try SchemaValidator(schema)
      } catch {
        return """
          The schema of \(owner) of the given \(suite).\(id) cannot be compiled. \(error.message)
          """
      }
    }
    return nil
  }
}
