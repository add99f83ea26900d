/// The parts of a node of a plan while its keywords are laid out.
struct VerdictLayout {
  var choices: [VerdictChoice] = []
  var branches: [VerdictBranch] = []
  /// Whether the schema says something beside its branches, or a branch asks for what is JSON.
  var walksFirst = false
  var array: VerdictArray { didSet { speaksOfArrays = true } }
  private(set) var speaksOfArrays = false
  var object: VerdictObject { didSet { speaksOfObjects = true } }
  private(set) var speaksOfObjects = false
  /// The names that the schema knows; the keywords that look for one come after them.
  var members = MemberTable() { didSet { speaksOfObjects = true } }
  /// The bits of the members that are looked for, by their places.
  private(set) var bits: [Int: UInt64] = [:]
  var dependencies: [VerdictDependency] = []

  /// How many members may be looked for in one object, one a bit.
  private static let bitLimit = 64

  init(array: VerdictArray, object: VerdictObject) {
    self.array = array
    self.object = object
  }

  /// The bit of a member that is looked for; nil if there are more than bits.
  mutating func bit(of place: Int) -> UInt64? {
    if let known = bits[place] { return known }
    guard bits.count < Self.bitLimit else { return nil }
    let bit = UInt64(1) << UInt64(bits.count)
    bits[place] = bit
    return bit
  }

  mutating func bit(of name: String) -> UInt64? {
    members.place(of: name).flatMap { bit(of: $0) }
  }
}
