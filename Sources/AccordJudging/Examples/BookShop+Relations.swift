import AccordModel
import AccordSchema

extension BookShop {
  /// How books are read in pages.
  static let paging = Relation.Paging(
    number: "page",
    first: [1, 0],
    size: "size",
    items: "/items",
    total: "/total",
    identity: ["/id"]
  )

  /// How books are sorted, by which member is not told.
  static let sorting = Relation.Sorting(
    [
      .order(
        "index 0",
        ascending: ["by": 0, "order": "up"],
        descending: ["by": 0, "order": "down"]
      )
    ],
    items: "/items",
    identity: ["/id"]
  )

  /// How books are sorted by a member that is named.
  static let namedSorting = Relation.Sorting(
    [.order("title", ascending: ["by": "title"], descending: ["by": "-title"], by: "/title")],
    items: "/items",
    identity: ["/id"]
  )

  /// The list in which a removed book shows or does not.
  static let listing = Relation.Listing(
    example: "a book",
    route: "route",
    parameter: "id",
    contract: "books.list",
    listExample: "all books",
    items: "/items",
    identity: "/id",
    including: ["removed": true],
    state: ["/title"]
  )
}
