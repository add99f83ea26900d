import AccordSchema

/// What tells the items of a list from one another.
struct ItemIdentity {
  /// The members that identify an item; the first that is not null counts.
  let members: [JSONPointer]

  /// The identity of an item: its identifying member, or the whole item where it has none.
  func of(_ item: JSON) -> JSON {
    for pointer in members {
      if let value = item[pointer], !value.isNull { return value }
    }
    return item
  }

  /// Whether an identity is the one that a request named by a text.
  static func isSame(_ identity: JSON, as text: String) -> Bool {
    switch identity {
    case .number(let number): JSONNumber(text).map { $0 == number } ?? false
    // A value that is no GUID stays as it is.
    case .string: canonical(identity, as: .guid) == canonical(.string(text), as: .guid)
    default: false
    }
  }
}

extension JSON {
  /// The value as a short text for messages: strings without quotes.
  var shortText: String { Excerpt.text(string ?? text()) }
}
