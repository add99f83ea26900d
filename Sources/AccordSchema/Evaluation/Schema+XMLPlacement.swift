/// Where members stand in XML, for what compiles schemas.
extension Schema {
  func inheriting(namespace: String?) -> Schema {
    guard let namespace, !mayRecur, content.xml.namespace == nil else { return self }
    return with { $0.xml.namespace = namespace }
  }

  /// Whether a list of this schema has no element of its own in XML.
  var isBareList: Bool {
    content.types?.contains(.array) == true && !content.xml.wrapped
  }
}

extension Schema.Content {
  /// The place of each member among the elements, by the order that the schema states.
  var xmlRanks: [Int] {
    if members.contains(where: { $0.xml.rank != nil }) {
      return members.map { $0.xml.rank ?? .max }
    }
    guard xml.order == .dataContract else { return Array(members.indices) }
    let sorted = members.indices.sorted { left, right in
      let (first, second) = (members[left], members[right])
      if first.xml.level != second.xml.level { return first.xml.level < second.xml.level }
      // Members without an order come before those that have one.
      let orders = (first.xml.order ?? .min, second.xml.order ?? .min)
      if orders.0 != orders.1 { return orders.0 < orders.1 }
      // Ordinal comparison in .NET goes by UTF-16.
      return first.xmlName.utf16.lexicographicallyPrecedes(second.xmlName.utf16)
    }
    var ranks = Array(repeating: 0, count: members.count)
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
  }
}
