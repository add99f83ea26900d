/// The way from a document to a place in it, step by step.
///
/// Every step knows what it is: the member `0` of an object is another step than the first item of
/// an array, though a JSON Pointer writes both alike, and a name may have any character.
public struct InstancePath: Sendable, Hashable {
  /// One step.
  public enum Step: Sendable, Hashable {
    /// The member of an object.
    case member(String)
    /// The member of a map: its name is data, and no schema declares it.
    case entry(String)
    /// The item of an array, counted from zero.
    case item(Int)
    /// An element of XML by its local name, with its number among those of its name, counted from
    /// one, where there are several.
    case element(String, number: Int? = nil)
    /// An element of XML that is an entry of a map.
    case entryElement(String)
    /// An attribute of XML by its local name.
    case attribute(String)
  }

  /// The steps.
  public var steps: [Step]

  /// The way to the whole document.
  public static let root = InstancePath()

  /// Creates a path.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// The path along the members that a contract names; none of its tokens is an item's place in data.
  public init(members pointer: JSONPointer) { steps = pointer.tokens.map(Step.member) }

  /// The path with one step more.
  public func appending(_ step: Step) -> InstancePath { InstancePath(steps + [step]) }

  /// The path that goes on along another.
  public func appending(_ path: InstancePath) -> InstancePath {
    path.isRoot ? self : isRoot ? path : InstancePath(steps + path.steps)
  }

  /// Whether it leads to the whole document.
  public var isRoot: Bool { steps.isEmpty }

  /// The path as a JSON Pointer; nil where it leads along elements of XML.
  public var pointer: JSONPointer? {
    var tokens: [String] = []
    for step in steps {
      switch step {
      case .member(let name), .entry(let name): tokens.append(name)
      case .item(let index): tokens.append(String(index))
      case .element, .entryElement, .attribute: return nil
      }
    }
    return JSONPointer(tokens: tokens)
  }

  /// The names along the path, without the numbers that stand between them.
  package var names: [String] {
    steps.compactMap { step in
      switch step {
      case .member(let name), .entry(let name), .element(let name, _), .entryElement(let name),
        .attribute(let name):
        name
      case .item: nil
      }
    }
  }

  /// Whether two steps are the same, scalar by scalar: `é` has two spellings, and they differ.
  public static func == (left: InstancePath, right: InstancePath) -> Bool {
    left.steps.elementsEqual(right.steps) { left, right in
      switch (left, right) {
      case (.member(let left), .member(let right)), (.attribute(let left), .attribute(let right)),
        (.entry(let left), .entry(let right)), (.entryElement(let left), .entryElement(let right)):
        left.isIdentical(to: right)
      case (.element(let left, let number), .element(let right, let other)):
        left.isIdentical(to: right) && number == other
      default: left == right
      }
    }
  }
}

extension InstancePath: CustomStringConvertible {
  /// The text form: a JSON Pointer such as `/contacts/0/name`, or the path of an element such as
  /// `/Contacts/Contact[2]/@id`.
  public var description: String { text(showsPositions: true) }

  /// The text form without the positions in lists and the names of entries: `/contacts/*/name`,
  /// `/Contacts/Contact/@id`, `/prices/*/amount`.
  ///
  /// What is wrong with every item of a list or of a map has the same form, however many there are.
  package var generalDescription: String { text(showsPositions: false) }

  /// Whether a step leads into a list or a map.
  package var hasPosition: Bool {
    steps.contains { step in
      switch step {
      case .item, .entry, .entryElement: true
      case .element(_, let number): number != nil
      case .member, .attribute: false
      }
    }
  }

  private func text(showsPositions: Bool) -> String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += "/" + JSONPointer.escaped(name)
      case .entry(let name): text += showsPositions ? "/" + JSONPointer.escaped(name) : "/*"
      case .item(let index): text += showsPositions ? "/\(index)" : "/*"
      case .element(let name, let number):
        text += "/" + name
        if showsPositions, let number { text += "[\(number)]" }
      case .entryElement(let name): text += showsPositions ? "/" + name : "/*"
      case .attribute(let name): text += "/@" + name
      }
    }
    return text
  }
}
