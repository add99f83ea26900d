import AccordModel
import Testing

@testable import AccordReporting

struct ContractChangesTests {
  private let record = ContractRecord(of: [Pets.suite])

  @Test
  func whatIsKeptIsReadBack() throws {
    var record = record
    // Why nothing brings a promise about is not kept.
    for place in record.entries.indices { record.entries[place].promise.hindrance = nil }
    #expect(try ContractRecord(parsing: Array(record.text.utf8)) == record)
  }

  @Test
  func nothingChanged() {
    let changes = ContractChanges(from: record, to: record)
    #expect(changes.changes.isEmpty)
    #expect(changes.markdown == "# What changed in the contracts\n\nNothing changed.\n")
  }

  @Test(arguments: [
    ("response/success/content/member/name", ContractChanges.Impact.breaking),
    ("body/member/name", .review), ("route/route/PUT/v1/json", .breaking),
    ("error/NoSuchPet", .review), ("example/rename", .compatible),
  ])
  func whatIsGone(_ id: String, _ impact: ContractChanges.Impact) throws {
    var later = record
    let place = try #require(later.entries.firstIndex { $0.promise.id == id }, "\(id)")
    let gone = later.entries.remove(at: place)
    #expect(
      ContractChanges(from: record, to: later).changes
        == [ContractChanges.Change(kind: .removed, impact: impact, entry: gone)]
    )
  }

  @Test(arguments: [
    ("header/x-token", ContractChanges.Impact.breaking), ("body", .breaking),
    ("response/success/content/member/name", .compatible), ("error/NoSuchPet", .review),
    ("route/route/PUT/v1/json", .compatible),
  ])
  func whatIsNew(_ id: String, _ impact: ContractChanges.Impact) throws {
    var earlier = record
    let place = try #require(earlier.entries.firstIndex { $0.promise.id == id }, "\(id)")
    let new = earlier.entries.remove(at: place)
    #expect(
      ContractChanges(from: earlier, to: record).changes
        == [ContractChanges.Change(kind: .added, impact: impact, entry: new)]
    )
  }

  @Test(arguments: [
    (false, true, ContractChanges.Impact.breaking), (true, false, .review),
  ])
  func whatBecomesRequiredBreaksCallers(
    _ before: Bool,
    _ after: Bool,
    _ impact: ContractChanges.Impact
  ) throws {
    let place = try #require(record.entries.firstIndex { $0.promise.id == "header/x-token" })
    var (earlier, later) = (record, record)
    earlier.entries[place].isRequired = before
    later.entries[place].isRequired = after
    #expect(ContractChanges(from: earlier, to: later).changes.map(\.impact) == [impact])
  }

  @Test
  func theWordRequiredMeansNothing() throws {
    let place = try #require(record.entries.firstIndex { $0.promise.id == "header/x-token" })
    var (earlier, later) = (record, record)
    earlier.entries.remove(at: place)
    later.entries[place].isRequired = false
    #expect(later.entries[place].promise.sentence.contains("required"))
    #expect(ContractChanges(from: earlier, to: later).changes.map(\.impact) == [.review])
  }

  @Test
  func anOlderRecordDoesNotSayWhatWasRequired() throws {
    let text = record.text.replacing(
      /,\s*"required": (true|false)/,
      with: ""
    )
    #expect(text != record.text)
    let older = try ContractRecord(parsing: Array(text.utf8))
    #expect(older.entries.allSatisfy { $0.isRequired == nil })
    #expect(older.text == text)
    #expect(ContractChanges(from: older, to: record).changes.isEmpty)
  }

  @Test
  func theLogSaysWhatItMeans() throws {
    var later = record
    let gone = try #require(
      later.entries.firstIndex { $0.promise.id == "response/success/content/member/name" }
    )
    later.entries.remove(at: gone)
    let place = try #require(later.entries.firstIndex { $0.promise.id == "header/x-token" })
    later.entries[place].promise.sentence = "The header x-token may be sent."
    #expect(
      ContractChanges(from: record, to: later).markdown == """
        # What changed in the contracts

        2 changes: 1 breaking, 1 to be looked at, 0 compatible.

        ## Breaking for callers

        | Endpoint | Change | Promise | In words |
        | --- | --- | --- | --- |
        | `pets/pets.rename` | removed | `response/success/content/member/name` | The answer's body has the member /name. |

        ## To be looked at

        | Endpoint | Change | Promise | In words |
        | --- | --- | --- | --- |
        | `pets/pets.rename` | changed | `header/x-token` | The header x-token may be sent.; before: The header x-token is required. |

        """
    )
  }
}
