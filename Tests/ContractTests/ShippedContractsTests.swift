import AccordModel
import ShippedContracts
import Testing

@Suite("Shipped contracts")
struct ShippedContractsTests {
  @Test("The two suites are shipped")
  func suites() {
    #expect(ShippedContracts.suites.map(\.id) == ["interact", "platform"])
  }

  @Test("Every shipped suite lints clean", arguments: ShippedContracts.suites)
  func lint(_ suite: ContractSuite) {
    #expect(ContractLint().problems(in: suite).map(\.description) == [])
  }
}
