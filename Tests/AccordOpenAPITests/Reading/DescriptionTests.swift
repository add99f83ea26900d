import AccordSchema
import Testing

@testable import AccordOpenAPI

@Suite struct DescriptionTests {
  static let minimal = """
    openapi: 3.1.0
    info:
      title: "A"
      version: '1'
    paths: &paths
      /a: {get: {$ref: '#/components/x~1y'}}
    components:
      x/y: 12
    """

  @Test func placesOfYAMLAreThoseOfItsText() throws {
    let description = try Description(parsing: Array(Self.minimal.utf8), named: "a.yaml")
    #expect(description.kind == .openAPI(.v31, text: "3.1.0"))
    let title = try #require(description.root["info"]?["title"])
    #expect(title.text == "A")
    #expect((title.position.line, title.position.column) == (3, 10))
    #expect(title.pointer.description == "/info/title")
    let get = try #require(description.root["paths"]?["/a"]?["get"])
    #expect(try get.resolved().number == 12)
    #expect(try get.resolved().pointer.description == "/components/x~1y")
  }
}
