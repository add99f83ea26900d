@testable import AccordSchema
import Testing

#if DEBUG
/// Debug builds end where unsafe code would leave what it was lent; release builds do not look.
@Suite("Assertions of unsafe code") struct AssertionTests {
  @Test("A string that begins behind its text") func stringBehindTheText() async {
    await #expect(processExitsWith: .failure) {
      let bytes: [UInt8] = [0x22]
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        _ = JSONStringScanner(bytes: base, count: 1, index: 2)
      }
    }
  }

  @Test("A node of another plan") func nodeOfAnotherPlan() async {
    await #expect(processExitsWith: .failure) {
      let plans = try ["integer", "string"].compactMap { type in
        VerdictPlan(try SchemaValidator(Schema(loading: ["type": .string(type)])).program)
      }
      let bytes = Array("1".utf8)
      bytes.withUnsafeBufferPointer { bytes in
        guard plans.count == 2, let base = bytes.baseAddress else { return }
        let work = WorkBudget(.default, bytes: 1)
        var walker = TextWalker(plans[0], base, 1, depthLimit: 10, 100, work)
        _ = walker.value(base, plans[1].root)
      }
    }
  }

  @Test("A text that stays inside ends in order") func inside() async {
    await #expect(processExitsWith: .success) {
      let validator = try SchemaValidator(Schema(loading: ["type": "integer"]))
      for _ in 0..<2 { _ = validator.admits(json: Array("1".utf8)) }
    }
  }
}
#endif
