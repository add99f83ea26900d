/// What came of one keyword, or of one schema, at one place (core, section 12.3).
struct OutputUnit {
  var keywordLocation: String
  var absoluteLocation: String?
  var instanceLocation: String
  var isValid = true
  var error: String?
  var annotation: JSON?
  var children: [OutputUnit] = []
}

// MARK: - Writing

extension OutputUnit {
  /// The unit in one of the forms.
  func written(_ format: OutputFormat) -> JSON {
    switch format {
    case .flag: .object([JSONMember("valid", .boolean(isValid))])
    case .basic: basic
    case .detailed: (condensed ?? bare).tree
    case .verbose: tree
    }
  }

  private var basic: JSON {
    var list: [JSON] = []
    collect(into: &list, errors: !isValid)
    var members = bare.members
    members.append(JSONMember(isValid ? "annotations" : "errors", .array(list)))
    return .object(members)
  }

  /// The unit without what is inside it.
  private var bare: OutputUnit {
    var copy = self
    copy.children = []
    return copy
  }

  private func collect(into list: inout [JSON], errors: Bool) {
    // An annotation under something that does not hold is none (core, section 7.7.1.1).
    guard errors || isValid else { return }
    if errors ? error != nil && !isValid : annotation != nil {
      list.append(.object(bare.members))
    }
    for child in children { child.collect(into: &list, errors: errors) }
  }

  /// The unit with only the children that say what it says, or the only one of them in its place
  /// (core, section 12.4.3).
  private var condensed: OutputUnit? {
    var copy = self
    copy.children = children.filter { $0.isValid == isValid }.compactMap(\.condensed)
    let speaks = isValid ? annotation != nil : error != nil
    if !speaks {
      if copy.children.isEmpty { return nil }
      if copy.children.count == 1 { return copy.children[0] }
    }
    return copy
  }

  private var tree: JSON {
    var members = members
    if !children.isEmpty {
      let name = isValid ? "annotations" : "errors"
      members.append(JSONMember(name, .array(children.map(\.tree))))
    }
    return .object(members)
  }

  private var members: [JSONMember] {
    var members = [
      JSONMember("valid", .boolean(isValid)),
      JSONMember("keywordLocation", .string(keywordLocation)),
    ]
    if let absoluteLocation {
      members.append(JSONMember("absoluteKeywordLocation", .string(absoluteLocation)))
    }
    members.append(JSONMember("instanceLocation", .string(instanceLocation)))
    if let error, !isValid { members.append(JSONMember("error", .string(error))) }
    if let annotation, isValid { members.append(JSONMember("annotation", annotation)) }
    return members
  }
}
