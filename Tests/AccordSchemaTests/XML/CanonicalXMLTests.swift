import AccordSchema
import Foundation
import Testing

/// What is read from the valid documents of the W3C suite has the content that libxml2 reads.
///
/// The suite's own canonical forms are not part of our copy; `xmllint --c14n` makes them.
@Suite(
  "Canonical XML against xmllint",
  .enabled(
    if: PublicSuite.xml != nil && XMLLint.path != nil,
    "needs the W3C suite (ACCORD_XML_SUITE) and xmllint (Debian: libxml2-utils)"
  )
)
struct CanonicalXMLTests {
  @Test func theW3CDocumentsHaveTheContentThatXMLLintReads() throws {
    let folder = try #require(PublicSuite.xml).appendingPathComponent("well-formed")
    var compared = 0
    for (name, bytes) in try PublicSuite.files(folder) where name.hasSuffix(".xml") {
      let file = folder.appendingPathComponent(name)
      guard let expected = try XMLLint.canonical(file) else { continue }
      compared += 1
      let document = try XMLDocument(parsing: bytes)
      #expect(CanonicalXML.text(of: document) == expected, "\(name)")
    }
    print("W3C XML: canonical forms compared with xmllint", compared)
    #expect(compared == 43)
  }

  @Test(arguments: [
    "<a xmlns='urn:a' xmlns:b='urn:b' b:z='1' y='2'><b:c xmlns=''/><d xmlns:b='urn:b'/></a>",
    "<?p  q ?><!-- c --><a\t x = '&#9;&lt;&quot;\n'>&#13;&gt;]]&gt;<![CDATA[<&]]>\r\n</a><!--d-->",
    "<x:a xmlns:x='urn:1'><x:a xmlns:x='urn:2' x:q=''><b xmlns:x='urn:1' x:r=''/></x:a></x:a>",
    "<a xml:lang='de' xml:space='preserve'> <b/> </a>",
  ])
  func namespacesAndReferencesAreAsXMLLintReadsThem(text: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString).xml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let expected = try #require(try XMLLint.canonical(file))
    #expect(CanonicalXML.text(of: try XMLDocument(parsing: text)) == expected)
  }
}

/// libxml2's tool.
enum XMLLint {
  static let path: String? = [
    "/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint",
  ]
  .first(where: FileManager.default.isExecutableFile)

  /// The canonical form of a document; nil if it is refused.
  static func canonical(_ file: URL) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = ["--nonet", "--c14n", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
