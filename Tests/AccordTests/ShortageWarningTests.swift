import AccordModel
import Testing

@testable import Accord
@testable import AccordRunning

/// Of live data of which there was too little is said how much would have been enough, and for what.
@Suite struct ShortageWarningTests {
  private let suite = ContractSuite("shop", name: "Shop", "Sells things.", contracts: [])

  private func shortage(_ promises: Int, telling: Int, values: Int = 1) -> GivenShortage {
    GivenShortage(
      given: "order",
      values: values,
      cases: 20,
      skipped: 20 - values,
      unreached: (0..<promises).map {
        GivenShortage.Unreached(contract: "orders.cancel", clause: "example/\($0)")
      },
      missing: 20 - values,
      telling: telling
    )
  }

  @Test func saysHowManyWouldBeEnough() {
    #expect(
      ShortageWarnings.warnings(of: [shortage(0, telling: 0)], in: suite) == [
        """
        shop: 1 value was there of shop.order, and 20 cases use one up: 19 cases were skipped. Other \
        cases put the same promises to the test. 20 values would be enough for every case.
        """
      ]
    )
    #expect(
      ShortageWarnings.warnings(of: [shortage(2, telling: 2, values: 3)], in: suite) == [
        """
        shop: 3 values were there of shop.order, and 20 cases use one up: 17 cases were skipped. \
        2 promises were put to the test by no other case: orders.cancel: example/0; orders.cancel: \
        example/1. 5 values would reach them; 20 values would be enough for every case.
        """
      ]
    )
  }

  @Test func namesTenPromisesAtMost() throws {
    let sentence = try #require(
      ShortageWarnings.warnings(of: [shortage(12, telling: 4)], in: suite).first
    )
    #expect(sentence.contains("orders.cancel: example/9; and 2 more. 5 values would reach them;"))
  }
}
