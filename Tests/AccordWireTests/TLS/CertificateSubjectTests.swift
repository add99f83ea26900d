import Testing

@testable import AccordWire

@Suite struct CertificateSubjectTests {
  @Test(arguments: [
    ("api.example", "api.example", true), ("API.example", "api.EXAMPLE", true),
    ("api.example.", "api.example", true), ("api.example", "example", false),
    ("a.api.example", "*.api.example", true), ("a.b.api.example", "*.api.example", false),
    ("api.example", "*.api.example", false), ("api.example", "*.example", false),
    ("a.example.org", "*.example.org", true), ("example", "*", false), ("a.b", "*.b", false),
    ("api.example", "ap*.example", false), ("", "", false),
  ])
  func aNameOfACertificateIsForAHost(host: String, name: String, expected: Bool) {
    #expect(CertificateSubject.matches(host, name) == expected)
  }
}
