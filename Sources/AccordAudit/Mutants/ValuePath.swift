import AccordJudging
import AccordSchema

/// The way to values inside a value: a JSON Pointer in which `*` stands for every item of a list.
struct ValuePath: Sendable, Hashable, CustomStringConvertible {
  /// The steps.
  var tokens: [String]

  /// The most places that one path leads to.
  private static let limit = 1_000

  /// The path to a place of a sample: its positions in lists become every position.
  init(_ pointer: JSONPointer, in sample: JSON) {
    var value: JSON? = sample
    tokens = pointer.tokens.map { token in
      let isItem = value?.elements != nil
      value = value?[JSONPointer(tokens: [token])]
      return isItem ? "*" : token
    }
  }

  /// The same as text.
  var description: String { JSONPointer(tokens: tokens).description }

  /// The places in a value; `adding` tells that the last step need not be there.
  func pointers(in value: JSON, adding: Bool = false) -> [JSONPointer] {
    var found: [(pointer: JSONPointer, value: JSON)] = [(.root, value)]
    for (index, token) in tokens.enumerated() {
      let isLast = index == tokens.count - 1
      var next: [(pointer: JSONPointer, value: JSON)] = []
      for place in found {
        if token == "*", let items = place.value.elements {
          if isLast, adding {
            next.append((place.pointer.appending(items.count), .null))
          } else {
            for (number, item) in items.enumerated() where next.count < Self.limit {
              next.append((place.pointer.appending(number), item))
            }
          }
        } else if let member = place.value[JSONPointer(tokens: [token])] {
          next.append((place.pointer.appending(token), member))
        } else if isLast, adding, place.value.members != nil {
          next.append((place.pointer.appending(token), .null))
        }
      }
      found = next
    }
    return found.map(\.pointer)
  }
}

extension Schema {
  /// What the schema says of the values at a path; `nil` where it says nothing.
  func schema(at tokens: ArraySlice<String>) -> Schema? {
    guard let token = tokens.first else { return self }
    if token == "*" {
      return withAlternatives.lazy.compactMap(\.content.items).first?.schema(at: tokens.dropFirst())
    }
    return declaredMembers.first { $0.name == token }?.schema.schema(at: tokens.dropFirst())
  }
}

extension JSON {
  /// Another value of the same type; `nil` of what has none.
  var different: JSON? {
    switch self {
    case .string(let text): .string(text + "x")
    case .number(let number): number.int.map { .number(JSONNumber($0 &+ 1)) } ?? 1.5
    case .boolean(let flag): .boolean(!flag)
    case .null, .array, .object: nil
    }
  }

  /// The pointers of all texts, numbers and truths in it, at most so many.
  func leaves(limit: Int = 200) -> [JSONPointer] {
    var found: [JSONPointer] = []
    func walk(_ value: JSON, _ pointer: JSONPointer) {
      guard found.count < limit, pointer.tokens.count < 32 else { return }
      switch value {
      case .object(let members):
        for member in members { walk(member.value, pointer.appending(member.key)) }
      case .array(let items):
        for (index, item) in items.enumerated() { walk(item, pointer.appending(index)) }
      case .string, .number, .boolean: found.append(pointer)
      case .null: break
      }
    }
    walk(self, .root)
    return found
  }
}
