/// The members that an object schema knows, found by the hash that the tape keeps for each name.
struct MemberTable: Sendable {
  private(set) var list: [CompiledMember] = []
  private var hashes: [UInt32] = []
  private var schemas: [Program.Index?] = []
  /// Open addressing, at most half full; empty while the list is short enough to be walked.
  private var slots: [Int32] = []

  /// The places by name, where more names than chance allows have one hash; nobody can foresee the
  /// hashes of a dictionary.
  private var crowded: [[UInt8]: Int] = [:]
  private var longestRun = 0

  /// Above this many members the hash table is used.
  private static let walked = 8

  mutating func append(_ member: CompiledMember) {
    list.append(member)
    schemas.append(member.schema)
    hashes.append(JSONKeyHash.of(member.name))
    guard list.count > Self.walked else { return }
    guard crowded.isEmpty else {
      if crowded[Array(member.name.utf8)] == nil {
        crowded[Array(member.name.utf8)] = list.count - 1
      }
      return
    }
    if list.count * 2 > slots.count {
      longestRun = 0
      slots = Array(repeating: -1, count: max(32, slots.count * 2))
      for place in list.indices { occupy(place) }
    } else {
      occupy(list.count - 1)
    }
    if longestRun > Self.longestUsualRun {
      crowded = Dictionary(
        list.enumerated().map { (Array($0.element.name.utf8), $0.offset) }
      ) { first, _ in first }
    }
  }

  /// A table that is half full has longer runs of taken slots only if the names were made so.
  private static let longestUsualRun = 256

  private mutating func occupy(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[place]) & mask
    var run = 0
    while slots[slot] >= 0 {
      slot = (slot + 1) & mask
      run += 1
    }
    longestRun = max(longestRun, run)
    slots[slot] = Int32(truncatingIfNeeded: place)
  }

  /// The place of the member that a key of the tape names.
  func place(of key: JSONTapeEntry, in tape: JSONTape) -> Int? {
    // A key keeps its hash where other entries keep the index of the next one.
    let hash = key.next
    if slots.isEmpty {
      for place in hashes.indices
      where hashes[place] == hash && tape.string(key, equals: list[place].name) {
        return place
      }
      return nil
    }
    guard crowded.isEmpty else { return crowded[Array(tape.string(key).utf8)] }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, tape.string(key, equals: list[place].name) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The schema of the member at a place.
  func schema(at place: Int) -> Program.Index? { schemas[place] }

  /// The place of the member of a name.
  func place(of name: String) -> Int? {
    let hash = JSONKeyHash.of(name)
    if slots.isEmpty {
      return hashes.indices.first { hashes[$0] == hash && list[$0].name.isIdentical(to: name) }
    }
    guard crowded.isEmpty else { return crowded[Array(name.utf8)] }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, list[place].name.isIdentical(to: name) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// A set of places in a table; it allocates only beyond the sixty-fourth.
struct MemberSet: Sendable {
  private var first: UInt64 = 0
  private var rest: Set<Int> = []

  mutating func insert(_ place: Int) {
    if place < 64 {
      first |= 1 << UInt64(place)
    } else {
      rest.insert(place)
    }
  }

  func contains(_ place: Int) -> Bool {
    place < 64 ? first & 1 << UInt64(place) != 0 : rest.contains(place)
  }
}
