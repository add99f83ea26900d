import AccordModel
import AccordSchema

/// A value of an Arazzo document with the places that are known only when the workflow runs.
struct BodyTree {
  /// The value; null stands where it is open.
  var json: JSON
  /// The open places.
  var open: [(pointer: JSONPointer, part: ArazzoPart, step: Workflow.Step.ID, name: String)] = []

  /// How deep values are looked into.
  private static let deepest = 100

  /// The value that a value of the document stands for; `nil` where it stands for nothing.
  init?(_ value: JSON, in scope: ArazzoScope) throws(Lost) {
    guard let tree = try Self.tree(value, at: .root, scope, 0) else { return nil }
    self = tree
  }

  /// Why there is no value.
  struct Lost: Error {
    let gap: ArazzoGap
  }

  private init(json: JSON) { self.json = json }

  private static func tree(
    _ value: JSON,
    at pointer: JSONPointer,
    _ scope: ArazzoScope,
    _ depth: Int
  ) throws(Lost) -> BodyTree? {
    guard depth < deepest else { return BodyTree(json: value) }
    switch value {
    case .string(let text): return try bound(scope.binding(ofText: text), at: pointer)
    case .object(let members):
      if let selected = selection(value) {
        return try bound(scope.binding(ofSelection: selected), at: pointer)
      }
      var tree = BodyTree(json: .object([]))
      var kept: [JSONMember] = []
      for member in members {
        let inner = try Self.tree(member.value, at: pointer.appending(member.key), scope, depth + 1)
        guard let inner else { continue }
        kept.append(JSONMember(member.key, inner.json))
        tree.open += inner.open
      }
      tree.json = .object(kept)
      return tree
    case .array(let items):
      var tree = BodyTree(json: .array([]))
      var kept: [JSON] = []
      for item in items {
        guard let inner = try Self.tree(item, at: pointer.appending(kept.count), scope, depth + 1)
        else { continue }
        kept.append(inner.json)
        tree.open += inner.open
      }
      tree.json = .array(kept)
      return tree
    case .null, .boolean, .number: return BodyTree(json: value)
    }
  }

  private static func bound(
    _ binding: ArazzoBinding,
    at pointer: JSONPointer
  ) throws(Lost) -> BodyTree? {
    switch binding {
    case .known(let value): return BodyTree(json: value)
    case .absent: return nil
    case .lost(let gap): throw Lost(gap: gap)
    case .open(let part, let step, let name):
      var tree = BodyTree(json: .null)
      tree.open = [(pointer, part, step, name)]
      return tree
    }
  }

  /// A selector object (Arazzo 1.1) that a value is.
  static func selection(_ value: JSON) -> (context: String, selector: String, type: String)? {
    guard let members = value.members, members.count == 3,
      let context = value["context"]?.string, let selector = value["selector"]?.string,
      context.hasPrefix("$"), let type = value["type"]?.string ?? value["type"]?["type"]?.string
    else { return nil }
    return (context, selector, type)
  }
}

extension ArazzoScope {
  /// What a selector object leads to.
  func binding(
    ofSelection selection: (context: String, selector: String, type: String)
  ) -> ArazzoBinding {
    let lost = ArazzoBinding.lost(.selector(selection.selector))
    let place: JSONPointer?
    switch selection.type {
    case "jsonpointer": place = JSONPointer(parsing: selection.selector)
    case "jsonpath":
      let query = JSONPathParser.query(selection.selector)
      place = query?.comparison == nil ? query?.place : nil
    default: place = nil
    }
    return place.map { binding(ofText: selection.context).at($0) } ?? lost
  }
}
