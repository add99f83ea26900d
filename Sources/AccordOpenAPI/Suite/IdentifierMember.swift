import AccordModel
import AccordSchema

/// Finds, by its name, what identifies the items of a list.
enum IdentifierMember {
  /// The list in an answer, which is the answer or one of its members, and what its items are.
  static func list(in schema: Schema, _ noun: String) -> (list: JSONPointer, item: Schema)? {
    let content = schema.withMergedMembers.content
    if content.types?.contains(.array) == true, let item = content.items { return (.root, item) }
    let lists = content.members.filter { $0.schema.content.items != nil }
    let names = ["items", "data", "results", "content", "values", "list"]
    let named = lists.first { list in
      let plain = ContractNames.plain(list.name)
      return names.contains(plain) || plain.hasPrefix(ContractNames.plain(noun)) && !noun.isEmpty
    }
    guard let list = named ?? (lists.count == 1 ? lists[0] : nil),
      let item = list.schema.content.items
    else { return nil }
    return (JSONPointer.root.appending(list.name), item)
  }

  /// The member that identifies an item for a parameter.
  static func member(
    of item: Schema,
    for parameter: Parameter,
    _ noun: String
  ) -> Schema.Member? {
    let members = item.withMergedMembers.content.members
    let name = ContractNames.plain(parameter.name)
    let noun = ContractNames.plain(noun)
    func named(_ wanted: String) -> Schema.Member? {
      members.first { ContractNames.plain($0.name) == wanted }
    }
    if let same = named(name) { return same }
    if !noun.isEmpty, name.hasPrefix(noun), let own = named(String(name.dropFirst(noun.count))) {
      return own
    }
    if !noun.isEmpty, let own = named(noun + name) { return own }
    guard let id = named("id") else { return nil }
    let agree = !id.schema.declaredTypes.isDisjoint(with: parameter.declaredTypes)
    return name.hasSuffix("id") || agree ? id : nil
  }
}
