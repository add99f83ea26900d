import Testing

@testable import AccordReporting

struct DocumentTableTests {
  @Test("A column in which nothing stands is left out, the first never")
  func emptyColumns() {
    var table = DocumentTable(["A", "B", "C"], numbers: 2..<3)
    table.add(["", "", "1"])
    table.add(["", "", ""])
    #expect(table.markdown == "| A | C |\n| --- | ---: |\n|   | 1 |\n|   |   |\n")
  }
}
