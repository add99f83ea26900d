@testable import AccordSchema
import Testing

/// A schema that refers to itself is as deep as the document; the stack must hold it.
struct DepthTests {
  /// Lists of lists for ever: each level is reached through `allOf` and `anyOf`.
  private static let lists = Program([
    CompiledSchema(location: "", [.branch(.allOf([1]))]),
    CompiledSchema(location: "", [.branch(.anyOf([2, 3]))]),
    CompiledSchema(location: "", [.items(0)]),
    CompiledSchema(location: "", [.type(.string, integersAsWritten: false)]),
  ])

  /// Each level is reached through the schema of a dependency.
  @Test(arguments: [100, 400])
  func dependencies(depth: Int) throws {
    let document: JSON = [
      "type": "object", "properties": ["a": true],
      "dependentSchemas": ["a": ["properties": ["a": ["$ref": "#"]]]],
    ]
    let validator = try SchemaValidator(Schema(loading: document))
    for (inner, isAdmitted) in [("<a/>", true), ("x", false)] {
      let text =
        String(repeating: "<a>", count: depth) + inner + String(repeating: "</a>", count: depth)
      #expect(validator.admits(try XMLDocument(parsing: text)) == isAdmitted)
      #expect(validator.validate(try XMLDocument(parsing: text)).isEmpty == isAdmitted)
    }
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test(arguments: [(350, true), (2048, false)])
  func json(depth: Int, isAccepted: Bool) throws {
    let limits = JSONLimits(depth: 2048)
    let document = try JSONDocument(parsing: Array(Self.nested(depth).utf8), limits: limits)
    var evaluation = JSONEvaluation(Self.lists, on: document.tape)
    #expect(evaluation.admits(at: 0) == isAccepted)
    #expect(evaluation.collect(at: 0).contains(where: \.isOfDepth) != isAccepted)
  }

  @Test(arguments: [(350, true), (2048, false)])
  func xml(depth: Int, isAccepted: Bool) throws {
    let text =
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    var limits = XMLLimits.default
    limits.depth = 4000
    let document = try XMLDocument(parsing: text, limits: limits)
    var evaluation = XMLEvaluation(Self.lists, on: document)
    let root = document.root.index
    #expect(evaluation.admits(at: root) == isAccepted)
    #expect(evaluation.collect(at: root).contains(where: \.isOfDepth) != isAccepted)
  }
}
