import AccordModel
import Testing

struct ExampleTests {
  @Test
  func itsPromiseIsNamedByIt() {
    let example = Example.example("usual", path: ["id": "1"], fileID: "Shop/Books.swift", line: 7)
    #expect(example.clause.id == "example/usual")
    #expect(example.clause.sentence == "The example usual is answered as documented.")
    #expect(example.clause.basis == .stated)
    #expect(example.clause.source == SourceLine(fileID: "Shop/Books.swift", line: 7))
  }

  @Test
  func itsPromiseStaysWhereItGetsAnotherName() {
    var example = Example.example("usual")
    let clause = example.clause
    example.name = "other"
    #expect(example.clause == clause)
    example.clause = Clause(
      "example/other",
      "The example other is answered as documented.",
      basis: clause.basis,
      source: clause.source
    )
    let source = clause.source
    #expect(example == .example("other", fileID: source.fileID, line: source.line))
  }

  @Test
  func whatItSaysTellsItApart() {
    let plain = Example.example("a", fileID: "", line: 1)
    var changed = plain
    changed.role = "admin"
    #expect(changed != plain)
    #expect(changed.role == "admin" && plain.role == nil)
    changed.role = nil
    #expect(changed == plain)
    #expect(changed.hashValue == plain.hashValue)
    #expect(Example.example("a", consumes: ["pet"], fileID: "", line: 1).changesState)
    changed.clause.sentence = "Another."
    #expect(changed != plain)
    #expect(changed.clause.sentence == "Another.")
  }
}
