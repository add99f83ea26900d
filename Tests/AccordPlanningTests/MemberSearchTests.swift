import AccordSchema
import Testing

@testable import AccordPlanning

/// Which members of a body are looked at.
@Suite struct MemberSearchTests {
  @Test func looksIntoASharedSchemaAtEveryPlace() {
    let address = Schema.object([.required("street", .string), .optional("town", .string)])
    let order = Schema.object([
      .required("billing", address), .optional("shipping", address),
      .optional("lines", .array(of: .object([.required("count", .integer)]))),
    ])
    let members = MemberSearch(homes: nil).members(of: order)
    #expect(
      members.map(\.idPart) == [
        "billing", "billing/street", "billing/town", "shipping", "shipping/street",
        "shipping/town", "lines", "lines/0/count",
      ]
    )
  }

  /// A tree whose nodes have two of the next is looked into once, where it is shallowest.
  @Test func looksIntoWhatStandsAtManyPlacesOnce() {
    let node = Schema.recursive("Node") { node in
      .object([
        .optional("name", .string), .optional("left", node), .optional("right", node),
      ])
    }
    let whole = Schema.object([
      .optional("deep", .object([.optional("tree", node)])), .optional("tree", node),
    ])
    let homes = MemberSearch.homes(in: whole)
    #expect(homes.values.map(\.description) == ["/tree"])
    #expect(
      MemberSearch(homes: homes).members(of: whole).map(\.idPart) == [
        "deep", "deep/tree", "tree", "tree/name", "tree/left", "tree/right",
      ]
    )
  }
}
