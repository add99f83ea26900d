public import AccordSchema

extension Relation {
  /// How a list is sorted.
  public struct Sorting: Sendable, Hashable {
    /// One way to sort the list.
    public struct Order: Sendable, Hashable {
      /// The name, part of the case's identifier.
      public var name: String
      /// The parameters that ask for it upwards; `nil` where nobody can.
      public var ascending: Arguments?
      /// The parameters that ask for it downwards; `nil` where nobody can.
      public var descending: Arguments?
      /// The member of an item by which it sorts; `nil` where that is not told, and then any one member
      /// that explains both directions is right.
      public var member: JSONPointer?

      /// A way to sort a list by a member of its items, each direction with the parameters that ask for it.
      ///
      /// ```swift
      /// .order("price", ascending: ["sort": "price"], descending: ["sort": "-price"], by: "/price")
      /// .order("name", ascending: ["by": "name"], descending: ["by": "name", "dir": "desc"], by: "/name")
      /// ```
      ///
      /// Numbers are compared as numbers. Texts may be in any usual order: by code points, without regard to
      /// case or punctuation, with numbers in them as numbers; where letters beyond ASCII stand is left
      /// to the server. Items that are alike may stand in any order, and those without a value at either
      /// end. A member with a rank of its own, such as `low`, `medium`, `high`, is not told.
      public static func order(
        _ name: String,
        ascending: Arguments? = nil,
        descending: Arguments? = nil,
        by member: JSONPointer? = nil
      ) -> Order {
        Order(name: name, ascending: ascending, descending: descending, member: member)
      }
    }

    /// The ways to sort it, each a case.
    public var orders: [Order]
    /// The list in the answer.
    public var items: JSONPointer
    /// The members of an item that tell it from the others, the first that is not null.
    public var identity: [JSONPointer]

    /// Creates the description of a list that is sorted in some ways.
    public init(_ orders: [Order], items: JSONPointer, identity: [JSONPointer]) {
      self.orders = orders
      self.items = items
      self.identity = identity
    }

    /// The parameters that it names, each once.
    package var parameters: [String] {
      let lists = orders.flatMap { [$0.ascending, $0.descending] }.compactMap(\.self).map(\.list)
      return lists.joined().map(\.name).reduce(into: []) { names, name in
        if !names.contains(name) { names.append(name) }
      }
    }
  }
}
