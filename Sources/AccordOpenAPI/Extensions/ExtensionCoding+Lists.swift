import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Relation.Paging {
  /// How a list is read in pages.
  static var paging: Self {
    .object(Relation.Paging(number: "", size: "", items: .root, identity: [])) { rows in
      rows.must("number", \.number, .text)
      rows.may("first", \.first, .list(.integer), unless: [1])
      rows.must("size", \.size, .text)
      rows.may("mode", \.mode, .arguments, unless: [:])
      rows.may("unpaged", \.unpaged, .arguments, unless: [:])
      rows.must("items", \.items, .pointer)
      rows.may("total", \.total, .pointer)
      rows.must("identity", \.identity, .list(.pointer))
    }
  }
}

extension ExtensionCoding where Value == Relation.Pages {
  /// How a list is read in pages that are found one from another.
  static var pages: Self {
    .object(Relation.Pages(next: .link(), size: "", items: .root, identity: [])) { rows in
      rows.must("next", \.next, .nextPage)
      rows.must("size", \.size, .text)
      rows.may("count", \.count, .integer(1...10_000), unless: 2)
      rows.must("items", \.items, .pointer)
      rows.must("identity", \.identity, .list(.pointer))
      rows.may("total", \.total, .pointer)
      rows.may("whole", \.whole, .arguments)
    }
  }
}

/// A parameter with what it counts from, or where an answer has its value.
private struct PageParameter: Hashable {
  var name = ""
  var from = 1
  var at = JSONPointer.root
}

extension ExtensionCoding where Value == PageParameter {
  fileprivate static var pageParameter: Self {
    .object(PageParameter()) { rows in
      rows.must("parameter", \.name, .text)
      rows.may("from", \.from, .integer, unless: 1)
      rows.may("at", \.at, .pointer, unless: .root)
    }
  }
}

extension ExtensionCoding where Value == Relation.Pages.Next {
  /// How the next page is found.
  static var nextPage: Self {
    .choice { cases in
      cases.holding("link", .text, { .link($0) }) {
        if case .link(let relation) = $0 { relation } else { nil }
      }
      cases.holding("cursor", .pageParameter, { .cursor($0.name, at: $0.at) }) {
        guard case .cursor(let name, let at) = $0 else { return nil }
        return PageParameter(name: name, at: at)
      }
      cases.holding("offset", .text, Relation.Pages.Next.offset) {
        if case .offset(let name) = $0 { name } else { nil }
      }
      cases.holding("number", .pageParameter, { .number($0.name, from: $0.from) }) {
        guard case .number(let name, let from) = $0 else { return nil }
        return PageParameter(name: name, from: from)
      }
    }
  }
}

extension ExtensionCoding where Value == Relation.Sorting {
  /// How a list is sorted.
  static var sorting: Self {
    .object(Relation.Sorting([], items: .root, identity: [])) { rows in
      rows.must("orders", \.orders, .list(.order))
      rows.must("items", \.items, .pointer)
      rows.must("identity", \.identity, .list(.pointer))
    }
  }
}

extension ExtensionCoding where Value == Relation.Sorting.Order {
  fileprivate static var order: Self {
    .object(Relation.Sorting.Order.order("")) { rows in
      rows.must("name", \.name, .text)
      rows.may("ascending", \.ascending, .arguments)
      rows.may("descending", \.descending, .arguments)
      rows.may("member", \.member, .pointer)
    }
  }
}

extension ExtensionCoding where Value == Relation.Listing {
  /// A list in which an effect shows.
  static var listing: Self {
    .object(
      Relation.Listing(
        example: "",
        route: "",
        parameter: "",
        contract: "",
        listExample: "",
        items: .root,
        identity: .root
      )
    ) { rows in
      rows.must("example", \.example, .text)
      rows.must("route", \.route, .text)
      rows.must("parameter", \.parameter, .text)
      rows.must("contract", \.contract, .text)
      rows.must("listExample", \.listExample, .text)
      rows.must("items", \.items, .pointer)
      rows.must("identity", \.identity, .pointer)
      rows.may("including", \.including, .arguments, unless: [:])
      rows.may("state", \.state, .list(.pointer), unless: [])
    }
  }
}

/// Two effects that a list tells apart.
struct Listings: Hashable {
  var first: Relation.Listing
  var second: Relation.Listing
}

extension ExtensionCoding where Value == Listings {
  /// Two effects.
  static var listings: Self {
    .mapped(
      .list(.listing),
      to: { $0.count == 2 ? Listings(first: $0[0], second: $0[1]) : nil },
      from: { [$0.first, $0.second] },
      expected: "two lists in which an effect shows"
    )
  }
}
