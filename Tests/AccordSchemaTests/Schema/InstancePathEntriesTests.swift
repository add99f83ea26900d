@testable import AccordSchema
import Testing

/// Which names along a path are data.
@Suite struct InstancePathEntriesTests {
  typealias Step = InstancePath.Step

  private static let amount: Schema = .object([.required("amount", .number)])

  private static let rates: Schema = .object([
    .required("prices", .dictionary(of: amount)),
    .optional("groups", .dictionary(of: .dictionary(of: amount)).nullable),
    .optional("list", .array(of: .dictionary(of: amount))),
    .optional(
      "mixed",
      .object([.optional("known", amount)]).patternProperties(["^x-": amount])
    ),
    .optional("open", .object([.optional("known", amount)])),
    .optional("closed", .object([.optional("known", amount)], additional: .forbidden)),
    .optional("rates", .object([]).additionalProperties(amount)),
    .optional("loose", .object([.optional("known", amount)]).additionalProperties(.any)),
    .optional("both", .object([.optional("known", amount)]).additionalProperties(amount)),
  ]).titled("Rates")

  private func mark(_ steps: [Step], _ schemas: [Schema] = [rates]) -> [Step] {
    InstancePath(steps).markingEntries(of: schemas).steps
  }

  @Test(
    arguments: [
      // Names of a map, at any depth, also in a list and in an alternative.
      (
        [Step.member("prices"), .member("EUR/USD"), .member("amount")],
        [Step.member("prices"), .entry("EUR/USD"), .member("amount")]
      ),
      (
        [.member("groups"), .member("a"), .member("amount"), .member("amount")],
        [.member("groups"), .entry("a"), .entry("amount"), .member("amount")]
      ),
      (
        [.member("list"), .item(3), .member("0"), .member("amount")],
        [.member("list"), .item(3), .entry("0"), .member("amount")]
      ),
      // Of an object with members, those that a pattern speaks of.
      ([.member("mixed"), .member("known")], [.member("mixed"), .member("known")]),
      ([.member("mixed"), .member("x-1")], [.member("mixed"), .entry("x-1")]),
      ([.member("mixed"), .member("y-1")], [.member("mixed"), .member("y-1")]),
      ([.member("both"), .member("known")], [.member("both"), .member("known")]),
      ([.member("both"), .member("other")], [.member("both"), .entry("other")]),
      // That others are admitted, or forbidden, makes no map.
      ([.member("loose"), .member("other")], [.member("loose"), .member("other")]),
      ([.member("open"), .member("other")], [.member("open"), .member("other")]),
      ([.member("closed"), .member("other")], [.member("closed"), .member("other")]),
      // What no schema speaks of stays as it is.
      (
        [.member("prices"), .member("a"), .member("else"), .member("b")],
        [.member("prices"), .entry("a"), .member("else"), .member("b")]
      ),
      ([.member("prices"), .item(0)], [.member("prices"), .item(0)]),
      ([], []),
      // XML: the root element is the document.
      (
        [.element("Rates"), .element("rates"), .element("EUR"), .element("amount")],
        [.element("Rates"), .element("rates"), .entryElement("EUR"), .element("amount")]
      ),
      // Entries of DataContract have elements of their own.
      (
        [.element("Rates"), .element("prices"), .element("KeyValueOfstringx", number: 2)],
        [.element("Rates"), .element("prices"), .element("KeyValueOfstringx", number: 2)]
      ),
      (
        [.element("Rates"), .element("list"), .element("item", number: 2)],
        [.element("Rates"), .element("list"), .element("item", number: 2)]
      ),
    ] as [([Step], [Step])]
  )
  func namesThatNoSchemaDeclaresAreData(_ path: [Step], _ marked: [Step]) {
    #expect(mark(path) == marked)
  }

  @Test func whatOneSchemaDeclaresIsNoEntryOfAnother() {
    let other: Schema = .dictionary(of: Self.amount)
    let path = [Step.member("prices"), .member("EUR")]
    #expect(mark(path, [other, Self.rates]) == [.member("prices"), .entry("EUR")])
    #expect(mark(path, [other]) == [.entry("prices"), .member("EUR")])
    #expect(mark(path, []) == path)
  }

  @Test func aMapOfMapsWithoutEndIsFollowed() {
    let tree = Schema.recursive("Tree") { tree in .dictionary(of: tree) }
    #expect(
      mark([.member("a"), .member("b"), .member("c")], [tree])
        == [.entry("a"), .entry("b"), .entry("c")]
    )
  }

  @Test func unevaluatedMembersAreEntriesToo() {
    let schema = Schema.any.allOf([.object([.optional("b", .integer)])])
      .unevaluatedProperties(.integer)
    #expect(mark([.member("a")], [schema]) == [.entry("a")])
    #expect(mark([.member("b")], [schema]) == [.member("b")])
  }
}
