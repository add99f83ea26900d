import AccordMocking
import AccordModel
import Testing

/// An error that has no message of its own is told in the words of its name.
@Suite struct ErrorWordsTests {
  static let words: [(name: String, words: String)] = [
    ("XYInvitationToConnectionNotFoundException", "Invitation to connection not found."),
    ("CompanyNotActiveException", "Company not active."),
    ("NotFound", "Not found."),
    ("Exception", "Exception."),
    ("", "."),
  ]

  @Test(arguments: words) func namesAreReadAsWords(name: String, words: String) {
    let entry = ErrorCatalogue.Entry.entry(name, statuses: .range(400...499))
    #expect(entry.words(without: "XY") == words)
  }
}
