@testable import AccordSchema
import Testing

@Suite struct PercentEscapesTests {
  @Test(
    arguments: [
      ("", ""), ("a%20b", "a b"), ("%zz%4", "%zz%4"), ("%", "%"), ("%%41", "%A"), ("%4%41", "%4A"),
      ("%C3%A9", "é"), ("a+b", "a+b"), ("%+1", "%+1"),
    ]
  )
  func aPercentSignThatBeginsNoEscapeStandsForItself(_ text: String, _ octets: String) {
    #expect(PercentEscapes.octets(of: Array(text.utf8)) == Array(octets.utf8))
  }

  @Test func everyByteComesBack() {
    for byte in UInt8.min...UInt8.max {
      var text = ""
      PercentEscapes.write(byte, to: &text)
      #expect(text.utf8.count == 3)
      #expect(PercentEscapes.octets(of: Array(text.utf8)) == [byte])
      #expect(PercentEscapes.octets(of: Array(text.lowercased().utf8)) == [byte])
    }
  }

  @Test func anEscapeDoesNotReachBeyondWhatIsRead() {
    let bytes = Array("x%41".utf8)
    #expect(PercentEscapes.octet(in: bytes, at: 1) == 0x41)
    #expect(PercentEscapes.octet(in: bytes[..<3], at: 1) == nil)
    #expect(PercentEscapes.octet(in: bytes, at: 0) == nil)
  }
}
