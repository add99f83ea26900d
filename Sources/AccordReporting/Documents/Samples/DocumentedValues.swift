import AccordModel
import AccordSchema

/// The texts that the documented requests of a suite give to fields, by the names of these.
struct DocumentedValues {
  private var values: [String: String] = [:]

  /// The longest text that is taken over, in characters.
  private static let longest = 120

  /// Names that say nothing without the thing that they belong to.
  private static let common: Set<String> = [
    "name", "id", "type", "title", "value", "code", "description", "status", "key", "kind", "label",
  ]

  /// The values of a suite; of two that a field has, the first counts.
  init(of suite: ContractSuite) {
    for contract in suite.contracts {
      for parameter in contract.parameters {
        if case .literal(.string(let text))? = parameter.example {
          add(text, parameter.name, of: "")
        }
      }
      for example in contract.examples {
        guard case .response = example.outcome, let body = example.body else { continue }
        add(body, name: "", of: contract.body?.schema.content.title ?? "")
      }
    }
  }

  /// The text of a field of a thing; nil where no documented request has one.
  func text(of name: FieldName, in owner: String) -> String? {
    values[Self.place(name.key, owner)]
      ?? (Self.common.contains(name.key) ? nil : values[name.key])
  }

  private static func place(_ key: String, _ owner: String) -> String {
    "\(FieldName(owner).key)/\(key)"
  }

  private mutating func add(_ value: JSON, name: String, of owner: String) {
    switch value {
    case .string(let text): add(text, name, of: owner)
    case .array(let items):
      for item in items { add(item, name: FieldName(name).singular, of: owner) }
    case .object(let members):
      let owner = name.isEmpty ? owner : name
      for member in members { add(member.value, name: member.key, of: owner) }
    default: break
    }
  }

  private mutating func add(_ text: String, _ name: String, of owner: String) {
    guard !text.isEmpty, text.count <= Self.longest, !text.contains("{") else { return }
    let key = FieldName(name).key
    let place = Self.place(key, owner)
    if values[place] == nil { values[place] = text }
    if values[key] == nil { values[key] = text }
  }
}
