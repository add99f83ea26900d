public import AccordSchema

extension Relation {
  /// How a list is read in pages that are found one from another.
  public struct Pages: Sendable, Hashable {
    /// How the next page is found.
    public enum Next: Sendable, Hashable {
      /// By the Link of this relation, such as `next` (RFC 8288).
      case link(String = "next")
      /// By a cursor that an answer in JSON has at a place, sent in a parameter; the last has none.
      case cursor(String, at: JSONPointer)
      /// By the number of items to pass over, in a parameter.
      case offset(String)
      /// By the number of the page, in a parameter, counted from this one.
      case number(String, from: Int = 1)

      /// The parameters that it names.
      package var parameters: [String] {
        switch self {
        case .link: []
        case .cursor(let name, _), .offset(let name), .number(let name, _): [name]
        }
      }
    }

    /// How the next page is found.
    public var next: Next
    /// The parameter with the most items of a page.
    public var size: String
    /// How many items of a page cases ask for.
    public var count: Int
    /// The list in the answer.
    public var items: JSONPointer
    /// The members of an item that tell it from the others, the first that is not null.
    public var identity: [JSONPointer]
    /// The number of all items in the answer.
    public var total: JSONPointer?
    /// Parameters by which the list is read as a whole, none where it is whole without any; `nil` where it
    /// cannot be read so.
    public var whole: Arguments?

    /// Creates the description of a list in pages.
    public init(
      next: Next,
      size: String,
      of count: Int = 2,
      items: JSONPointer,
      identity: [JSONPointer],
      total: JSONPointer? = nil,
      whole: Arguments? = nil
    ) {
      self.next = next
      self.size = size
      self.count = count
      self.items = items
      self.identity = identity
      self.total = total
      self.whole = whole
    }

    /// The parameters that it names.
    package var parameters: [String] {
      next.parameters + [size] + (whole?.list ?? []).map(\.name)
    }
  }
}
