import AccordSchema
import Foundation
import Testing

/// The documents without a DOCTYPE of the W3C XML Conformance Test Suite.
@Suite(
  "W3C XML Conformance Test Suite",
  .enabled(
    if: PublicSuite.xml != nil,
    "set ACCORD_XML_SUITE to the folder of the W3C suite"
  )
)
struct XMLConformanceSuiteTests {
  @Test("What is not well-formed is rejected")
  func notWellFormed() throws {
    let count = try forEach("not-wf") { name, bytes in
      #expect((try? XMLDocument(parsing: bytes)) == nil, "\(name)")
    }
    #expect(count == 122)
  }

  @Test("What is well-formed is accepted, with the right content")
  func wellFormed() throws {
    let folder = try #require(PublicSuite.xml).appendingPathComponent("well-formed")
    var canonical = 0
    let count = try forEach("well-formed") { name, bytes in
      let document = try #require(accepted(bytes, name))
      // The content survives being written out and read again.
      let written = XMLCanonicalText.text(of: document)
      let again = try XMLDocument(parsing: Array(written.utf8))
      #expect(XMLCanonicalText.text(of: again) == written, "\(name)")
      let expected = folder.appendingPathComponent(name.replacing(".xml", with: ".out"))
      if let expected = try? Data(contentsOf: expected) {
        canonical += 1
        #expect(written == String(decoding: expected, as: UTF8.self), "\(name)")
      }
    }
    print("W3C XML: canonical forms compared", canonical)
    #expect(count == 43)
  }

  @Test("What is well-formed only without namespaces is rejected")
  func wellFormedWithoutNamespaces() throws {
    let count = try forEach("well-formed-without-namespaces") { name, bytes in
      #expect((try? XMLDocument(parsing: bytes)) == nil, "\(name)")
    }
    #expect(count == 1)
  }

  private func accepted(_ bytes: [UInt8], _ name: String) -> XMLDocument? {
    do {
      return try XMLDocument(parsing: bytes)
    } catch {
      Issue.record("\(name): \(error)")
      return nil
    }
  }

  private func forEach(
    _ kind: String,
    _ body: (_ name: String, _ bytes: [UInt8]) throws -> Void
  ) throws -> Int {
    let folder = try #require(PublicSuite.xml).appendingPathComponent(kind)
    let files = try PublicSuite.files(folder).filter { $0.name.hasSuffix(".xml") }
    for (name, bytes) in files {
      try body(name, bytes)
    }
    print("W3C XML:", kind, files.count)
    return files.count
  }
}
