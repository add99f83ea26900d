public import AccordSchema

extension Violation {
  /// Where in an answer a promise is broken.
  public enum Place: Sendable, Hashable {
    /// The status.
    case status
    /// The header field of this name, as the contract spells it.
    case header(String)
    /// The content: the whole of it or a value in it; of content that is written as rows, in the row
    /// of this number, counted from one.
    case body(row: Int?, path: InstancePath)
    /// The message as it is framed.
    case message
    /// What came after the end of the message.
    case surplus
    /// How long it took.
    case time
  }
}

extension Violation.Place {
  /// A place in the content.
  public static func body(_ path: InstancePath = .root) -> Self { .body(row: nil, path: path) }

  /// The place in the content that a contract names.
  public static func body(members pointer: JSONPointer) -> Self {
    .body(InstancePath(members: pointer))
  }

  /// The place of an item in a list that a contract names, counted from zero.
  public static func body(item index: Int, of list: JSONPointer) -> Self {
    .body(InstancePath(members: list).appending(.item(index)))
  }

  /// Whether it is in the content.
  public var isInBody: Bool {
    if case .body = self { true } else { false }
  }

  /// The value in content that is one value and no XML, as a JSON Pointer.
  public var pointer: JSONPointer? {
    guard case .body(nil, let path) = self else { return nil }
    return path.pointer
  }

  /// Whether the place is in a list, in a map or in a row, so that what is wrong there may be wrong with every
  /// item.
  package var hasPosition: Bool {
    guard case .body(let row, let path) = self else { return false }
    return row != nil || path.hasPosition
  }

  /// The place with its names as a function of them.
  package func mappingNames(_ text: (String) -> String) -> Self {
    switch self {
    case .status, .message, .surplus, .time: return self
    case .header(let name): return .header(text(name))
    case .body(let row, let path):
      let steps = path.steps.map { step -> InstancePath.Step in
        switch step {
        case .member(let name): .member(text(name))
        case .entry(let name): .entry(text(name))
        case .entryElement(let name): .entryElement(text(name))
        case .item: step
        case .element(let name, let number): .element(text(name), number: number)
        case .attribute(let name): .attribute(text(name))
        }
      }
      return .body(row: row, path: InstancePath(steps))
    }
  }
}

extension Violation.Place: CustomStringConvertible {
  /// The place in words, such as `response body /contacts/0/name`.
  public var description: String { words(showsPositions: true) }

  /// The place in words without positions in lists and names of entries, such as `response body
  /// /contacts/*/name`: the same for all items that are wrong in the same way, and in the next run,
  /// when there are others.
  package var generalDescription: String { words(showsPositions: false) }

  private func words(showsPositions: Bool) -> String {
    switch self {
    case .status: return "response status"
    case .header(let name): return "response header \(name)"
    case .message: return "response message"
    case .surplus: return "after the response"
    case .time: return "response time"
    case .body(let row, let path):
      var words = "response body"
      if let row { words += showsPositions ? " row \(row)" : " row *" }
      guard !path.isRoot else { return words }
      return "\(words) \(showsPositions ? path.description : path.generalDescription)"
    }
  }
}
