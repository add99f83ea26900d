import AccordModel
import AccordSchema
import Testing

struct PayloadMembersTests {
  /// Names in which a text that is taken apart would find other names.
  static let names = ["dc:title", "a[0]", "a/b", "a~b", "~1", "", "id", "0"]

  private static let schema: Schema = .object([
    .required("list", .array(of: .object(names.map { .optional($0, .string) }))),
    .optional("map", .dictionary(of: .object([.optional("inner", .string)]))),
  ])

  @Test
  func pathsAreWrittenAsPointers() {
    #expect(
      PayloadMembers(Self.schema).paths == [
        "/list", "/list/*/dc:title", "/list/*/a[0]", "/list/*/a~1b", "/list/*/a~0b", "/list/*/~01",
        "/list/*/", "/list/*/id", "/list/*/0", "/map", "/map/*/inner",
      ]
    )
  }

  @Test(arguments: names)
  func aPointerLeadsToItsMember(_ name: String) {
    let members = PayloadMembers(Self.schema)
    let path = "/list/*/" + JSONPointer(tokens: [name]).description.dropFirst()
    #expect(members.path(to: JSONPointer(tokens: ["list", "3", name])) == path)
    #expect(members.present(in: ["list": [.object([JSONMember(name, "x")])]]) == ["/list", path])
  }

  @Test
  func whatIsNotDeclaredIsNoMember() {
    let members = PayloadMembers(Self.schema)
    #expect(members.path(to: JSONPointer(tokens: ["list", "3", "other"])) == nil)
    #expect(members.path(to: JSONPointer(tokens: ["list", "3"])) == nil)
    #expect(members.path(to: .root) == nil)
    #expect(members.path(to: JSONPointer(tokens: ["map", "any name", "inner"])) == "/map/*/inner")
  }

  @Test
  func elementsLeadToTheMembersThatTheyAre() {
    let members = PayloadMembers(
      .object([
        .required("wrapped", .array(of: .object([.required("id", .integer)]))),
        .required("owner", .object([.required("Name", .string)])).xml(name: "Keeper"),
      ])
    )
    #expect(members.path(toElements: ["wrapped", "Item", "id"]) == "/wrapped/*/id")
    #expect(members.path(toElements: ["wrapped", "id"]) == "/wrapped/*/id")
    #expect(members.path(toElements: ["Keeper", "Name"]) == "/owner/Name")
    #expect(members.path(toElements: ["owner", "Name"]) == nil)
    #expect(members.path(toElements: []) == nil)
  }

  @Test(
    arguments: [
      (["date": "x"], true), (["date": nil], false), ([:], false), (["list": []], false),
      (["list": [["id": nil]]], false), (["list": [["id": 1]]], true), (["other": 1], false),
    ] as [(JSON, Bool)]
  )
  func somethingIsShownWhereAMemberWithoutMembersIs(_ value: JSON, _ isShown: Bool) {
    let members = PayloadMembers(
      .object([
        .optional("date", .string.nullable),
        .optional("list", .array(of: .object([.optional("id", .integer.nullable)]))),
      ])
    )
    #expect(members.isShown(in: value) == isShown)
  }

  @Test
  func ofASchemaWithoutMembersTheValueItselfIsShown() {
    #expect(PayloadMembers(.string).isShown(in: "x"))
    #expect(!PayloadMembers(.string).isShown(in: nil))
  }
}
