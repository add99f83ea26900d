/// The common part of a program in a form that is walked over the bytes of an XML document.
///
/// Objects whose members are elements, lists with one kind of items, and texts of one type are
/// planned; what else a schema can say is left to ``XMLEvaluation``.
struct XMLPlan: Sendable {
  /// The nodes, one for each schema of the program.
  private(set) var nodes: [Node] = []
  private(set) var members: [Member] = []
  private(set) var texts: [XMLTextPlan] = []
  /// The bytes of all local names.
  private(set) var names: [UInt8] = []
  /// The namespaces that the names are in; the first is none.
  private(set) var namespaces: [String] = [""]

  /// The most members of an object: as many as there are marks.
  static let memberLimit = 128

  /// What is checked of the element that one schema is applied to.
  struct Node: Sendable {
    enum Kind: UInt8, Sendable {
      /// Left to the evaluation of the schema.
      case general
      case object, list, text
      /// Any value.
      case any
    }

    var kind = Kind.general
    /// The name that the element must have, if the schema states one.
    var name: Name?
    /// Members of an object.
    var first = 0
    var count = 0
    var required = XMLMarks()
    var isOrdered = false
    var isClosed = false
    /// The items of a list, and the name that they must have where their schema states none.
    var item: Program.Index?
    var itemName: Name?
    var least = 0
    var most = Int.max
    /// The plan of a text.
    var text = 0
  }

  /// An expanded name: a namespace of the plan, and where the local name stands.
  struct Name: Sendable {
    var namespace: Int32
    var start: Int32
    var length: Int32
  }

  struct Member: Sendable {
    var name: Name
    /// The schema of the value; -1 where there is none.
    var schema: Int
    var rank: Int
    var isAbsent: Bool
  }

  init(of schemas: [CompiledSchema]) {
    for (index, schema) in schemas.enumerated() {
      nodes.append(node(index, schema, schemas))
    }
  }

  // MARK: - Compiling

  /// The plan of one schema; what a keyword says that has no place in it leaves the schema to the
  /// evaluation.
  private mutating func node(
    _ index: Program.Index,
    _ schema: CompiledSchema,
    _ schemas: [CompiledSchema]
  ) -> Node {
    var node = Node()
    guard schema.forward == nil, !schema.speaksOfUnevaluated else {
      return node
    }
    node.name = schema.xml.name.map { name($0) }
    if schema.keywords.allSatisfy(\.admitsEverything) {
      node.kind = .any
    } else if let plan = XMLTextPlan(schema, schemas) {
      node.kind = .text
      node.text = texts.count
      texts.append(plan)
    } else {
      switch schema.types {
      case .object: planObject(schema, &node)
      case .array: planList(schema, schemas, &node)
      default: break
      }
    }
    return node
  }

  private mutating func planObject(_ schema: CompiledSchema, _ node: inout Node) {
    var layout = XMLObjectLayout()
    guard schema.keywords.allSatisfy({ layout.add($0) }), layout.speaksOfObjects else { return }
    let list = layout.members.list
    // Which of two members an element of their name holds is for the evaluation to say.
    guard list.count <= Self.memberLimit, Set(list.map(\.element)).count == list.count,
      list.allSatisfy({ member in
        !member.isAttribute && !member.isBareList && (member.schema != nil || !layout.isClosed)
      })
    else { return }
    node.kind = .object
    node.first = members.count
    node.count = list.count
    node.isClosed = layout.isClosed
    node.isOrdered = layout.isOrdered
    for member in list {
      members.append(
        Member(
          name: name(member.element),
          schema: member.schema ?? -1,
          rank: member.rank,
          isAbsent: member.isAbsentFromXML
        )
      )
    }
    for place in layout.required where !list[place].isAbsentFromXML {
      node.required.insert(place)
    }
  }

  private mutating func planList(
    _ schema: CompiledSchema,
    _ schemas: [CompiledSchema],
    _ node: inout Node
  ) {
    var layout = XMLListLayout()
    guard schema.keywords.allSatisfy({ layout.add($0) }), let item = layout.item else { return }
    node.kind = .list
    node.item = item
    if schemas[item].xml.name == nil { node.itemName = schemas[item].xml.itemName.map { name($0) } }
    node.least = layout.least
    node.most = layout.most
  }

  private mutating func name(_ name: XMLName) -> Name {
    let local = Array(name.local.utf8)
    let start = names.count
    names += local
    return Name(
      namespace: Int32(truncatingIfNeeded: namespace(name.namespace)),
      start: Int32(truncatingIfNeeded: start),
      length: Int32(truncatingIfNeeded: local.count)
    )
  }

  private mutating func namespace(_ name: String?) -> Int {
    guard let name else { return 0 }
    if let index = namespaces.dropFirst().firstIndex(where: { $0.isIdentical(to: name) }) {
      return index
    }
    namespaces.append(name)
    return namespaces.count - 1
  }
}

/// A set of members of one object.
struct XMLMarks: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  mutating func insert(_ place: Int) {
    if place < 64 { low |= 1 &<< UInt64(place) } else { high |= 1 &<< UInt64(place &- 64) }
  }

  @inline(__always)
  func contains(_ place: Int) -> Bool {
    (place < 64 ? low &>> UInt64(place) : high &>> UInt64(place &- 64)) & 1 != 0
  }

  @inline(__always)
  func isSubset(of other: Self) -> Bool {
    low & ~other.low == 0 && high & ~other.high == 0
  }
}
