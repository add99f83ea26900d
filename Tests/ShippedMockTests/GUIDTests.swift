import AccordMocking
import Testing

@testable import PlatformMock

@Suite struct GUIDTests {
  static let guids: [(text: String, normal: String?)] = [
    ("9F2C1D7E-5B34-4A86-8C0F-3E6D7A1B2C4D", "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"),
    ("9f2c1d7e5b344a868c0f3e6d7a1b2c4d", "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"),
    ("{9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d}", "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"),
    ("(9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d)", "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"),
    (" 9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d ", "9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d"),
    ("{9f2c1d7e5b344a868c0f3e6d7a1b2c4d}", nil),
    ("9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4", nil),
    ("9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4g", nil),
    ("9f2c1d7e5-b34-4a86-8c0f-3e6d7a1b2c4d", nil),
    ("{9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d)", nil),
    ("é", nil), ("", nil), ("{}", nil), ("-", nil),
  ]

  @Test(arguments: guids) func readsGuidsAsNETDoes(text: String, normal: String?) {
    #expect(GUID.normal(text) == normal)
  }
}
