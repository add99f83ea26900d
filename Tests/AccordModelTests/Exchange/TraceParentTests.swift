import AccordModel
import Testing

/// The field of W3C Trace Context.
struct TraceParentTests {
  @Test(arguments: [
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let parent = try #require(TraceParent(parsing: text))
    #expect(parent.description == text)
  }

  /// The specification, sections 3.2.2 to 3.2.4.
  @Test(arguments: [
    "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01", "no-trace-at-all-01",
  ])
  func whatIsNoneIsNone(_ text: String) { #expect(TraceParent(parsing: text) == nil) }

  @Test func aLaterVersionMaySayMore() throws {
    let text = "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
    #expect(try #require(TraceParent(parsing: text)).traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
  }

  @Test func nothingIsZero() throws {
    let parent = TraceParent(trace: (0, 0), parent: 0)
    #expect(parent.description == "00-00000000000000000000000000000001-0000000000000001-01")
    #expect(TraceParent(parsing: parent.description) == parent)
  }

  @Test func aRequestHasOne() {
    let value = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    #expect(TraceParent([Field("TraceParent", value)])?.description == value)
    #expect(TraceParent([Field("traceparent", value), Field("traceparent", value)]) == nil)
    #expect(TraceParent([]) == nil)
  }
}
