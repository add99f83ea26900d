import AccordModel
import AccordSchema

/// Makes of a conforming value one that people can read: what was made up gets the value that the
/// documents or the names of its fields suggest, and identities differ where they are not the same.
///
/// Nothing that the schema shows itself is changed, and what comes out was held to the schema.
struct SampleFiller {
  private let documented: DocumentedValues
  private var people: [String] = []
  private var changes: [(pointer: JSONPointer, value: JSON)] = []

  /// A filler that knows what documented requests have.
  init(_ documented: DocumentedValues) { self.documented = documented }

  /// The value with its fillings; `admits` says whether the whole is still right.
  static func fill(
    _ value: JSON,
    as schema: Schema,
    _ documented: DocumentedValues,
    admits: (JSON) -> Bool
  ) -> JSON {
    var filler = SampleFiller(documented)
    filler.visit(value, schema, at: .root, name: nil, owner: schema.content.title ?? "")
    func changed(_ value: JSON, _ change: (pointer: JSONPointer, value: JSON)) -> JSON {
      value.replacing(change.value, at: change.pointer) ?? value
    }
    let filled = filler.changes.reduce(value, changed)
    if admits(filled) { return filled }
    // What several fields promise together is kept, one field at a time.
    return filler.changes.reduce(value) { kept, change in
      let next = changed(kept, change)
      return admits(next) ? next : kept
    }
  }

  private mutating func visit(
    _ value: JSON,
    _ schema: Schema,
    at pointer: JSONPointer,
    name: FieldName?,
    owner: String
  ) {
    let parts = Self.parts(of: schema, for: value)
    // What the schema shows is the document's own.
    guard parts.allSatisfy({ $0.content.isOpen }) else { return }
    switch value {
    case .object(let members):
      for member in members {
        let inner = parts.lazy.compactMap { $0.member(member.key) }.first ?? .any
        let name = FieldName(member.key)
        let isOwner = member.value.members != nil
        visit(
          member.value,
          inner,
          at: pointer.appending(member.key),
          name: name,
          owner: isOwner ? member.key : owner
        )
      }
    case .array(let items):
      let inner = parts.lazy.compactMap(\.content.items).first ?? .any
      for (index, item) in items.enumerated() {
        let number = index == 0 ? "" : "\(index + 1)"
        visit(
          item,
          inner,
          at: pointer.appending("\(index)"),
          name: name,
          owner: item.members == nil ? owner : Self.owner(in: name, inner, owner) + number
        )
      }
    case .string(let text):
      guard let name, let part = parts.last, part.plainestValue == value,
        let new = suggestion(for: name, of: owner, as: part, instead: text), new != text,
        (try? SchemaValidator(part))?.admits(.string(new)) == true
      else { return }
      changes.append((pointer, .string(new)))
    default: return
    }
  }

  /// What an item of a list is: what the list is named after, or the schema where that says nothing.
  private static func owner(in list: FieldName?, _ item: Schema, _ owner: String) -> String {
    guard let list, !lists.contains(list.key) else { return item.content.title ?? owner }
    return list.singular
  }

  /// Names of lists that do not say what they hold.
  private static let lists: Set<String> = [
    "content", "data", "elements", "entries", "items", "list", "records", "results", "rows",
    "value", "values",
  ]

  /// The text that a field deserves; nil where what was made up is as good.
  private mutating func suggestion(
    for name: FieldName,
    of owner: String,
    as schema: Schema,
    instead text: String
  ) -> String? {
    if case .string(let usual)? = schema.content.defaultValue { return usual }
    if let known = documented.text(of: name, in: owner) { return known }
    let format = schema.content.format
    if format == "guid" || format == "uuid" { return Self.guid(of: Self.identity(name, owner)) }
    let found = FieldVocabulary.meaning(of: name)
    if format == "email" || format == "idn-email" {
      return person(name, owner, found?.rest ?? []).text(.email)
    }
    // What else has a format has a value of it already, in the form that the format is written in.
    if let format, !["uri", "iri", "uri-reference", "hostname"].contains(format) { return nil }
    switch found?.meaning {
    case .person(let part)?: return person(name, owner, found?.rest ?? []).text(part)
    case .text(let usual)?: return usual
    case .identity?:
      let identity = Self.identity(name, owner)
      let isGUID = ["uuid", "guid"].contains(name.words.last ?? "")
      return isGUID ? Self.guid(of: identity) : Self.number(of: identity)
    case .nameOfThing?:
      let thing = found?.rest.isEmpty == false ? found?.rest ?? [] : FieldName(owner).words
      guard let last = thing.last else { return nil }
      if FieldVocabulary.isPerson(last) {
        return person(name, owner, found?.rest ?? []).text(.full)
      }
      return "Example \(thing.joined(separator: " "))"
    case nil: return format == nil ? "Example \(name.words.joined(separator: " "))" : nil
    }
  }

  /// The person that a field is about: whom the words before its meaning name, else the thing around it.
  private mutating func person(_ name: FieldName, _ owner: String, _ rest: [String]) -> SamplePerson
  {
    let around = FieldName(owner)
    let who = rest.isEmpty || around.ends(with: rest) ? around.key : rest.joined()
    if let known = people.firstIndex(of: who) { return SamplePerson(number: known) }
    people.append(who)
    return SamplePerson(number: people.count - 1)
  }

  /// What a field identifies: `id` and `petId` of a pet are the same, and so is `petId` beside one.
  static func identity(_ name: FieldName, _ owner: String) -> String {
    let around = FieldName(owner)
    let stem = Array(name.words.dropLast())
    let isOwn = stem.isEmpty || around.ends(with: stem)
    let ending = name.words.last ?? ""
    return isOwn && !around.key.isEmpty ? around.key + ending : name.key
  }

  /// A GUID that belongs to an identity (RFC 9562 section 5.4).
  private static func guid(of identity: String) -> String {
    let hash = StableHash.hash(of: identity)
    var digits = (1...2).flatMap { number in
      let text = String(StableHash.mixed(hash, UInt64(number)), radix: 16)
      return Array(String(repeating: "0", count: 16 - text.count) + text)
    }
    digits[12] = "4"
    digits[16] = "a"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }

  /// A number of four digits that belongs to an identity.
  private static func number(of identity: String) -> String {
    String(1000 + StableHash.mixed(StableHash.hash(of: identity), 1) % 9000)
  }

  /// The schemas that speak of a value: itself, and of its alternatives the one that admits it.
  private static func parts(of schema: Schema, for value: JSON) -> [Schema] {
    var parts = [schema.withMergedMembers]
    // A schema holds its branches, so that the chain ends; the bound only says so.
    while let last = parts.last, parts.count < 32 {
      let branches = (last.content.anyOf + last.content.oneOf).filter { !$0.isNull }
      guard
        let next = branches.first(where: { (try? SchemaValidator($0))?.admits(value) == true })
      else { break }
      parts.append(next.withMergedMembers)
    }
    return parts
  }
}

extension Schema {
  /// What is declared of a member; nil where it is not declared.
  fileprivate func member(_ name: String) -> Schema? {
    content.members.first { $0.name == name }?.schema ?? content.additionalProperties
  }
}

extension Schema.Content {
  /// Whether the schema leaves it to the reader what a value may be.
  fileprivate var isOpen: Bool { examples.isEmpty && constant == nil && enumeration == nil }
}
