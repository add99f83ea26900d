import AccordSchema
import Testing

@Suite("Templates with holes")
struct TemplateTests {
  private let greeting = Schema.string(template: "Dear {name},\n\n1 + 1 = {sum} (about).")

  @Test(
    "A hole is filled with anything, and everything else stands for itself",
    arguments: [
      "Dear Ada,\n\n1 + 1 = 2 (about).", "Dear {name},\n\n1 + 1 = {sum} (about).",
      "Dear A\nB, C,\n\n1 + 1 = 二 (about).",
    ]
  )
  func right(_ text: String) throws {
    #expect(try SchemaValidator(greeting).admits(.string(text)))
  }

  @Test(
    "An empty hole, other text, and text around it are wrong",
    arguments: [
      "Dear ,\n\n1 + 1 = 2 (about).", "Dear Ada,\n1 + 1 = 2 (about).",
      "Dear Ada,\n\n1 + 1 = 2 about.", "Oh Dear Ada,\n\n1 + 1 = 2 (about).",
      "Dear Ada,\n\n1 + 1 = 2 (about).\n", "Dear Ada,\n\n11 1 = 2 (about).",
    ]
  )
  func wrong(_ text: String) throws {
    #expect(try !SchemaValidator(greeting).admits(.string(text)))
  }

  @Test("The sample names the holes")
  func sample() {
    #expect(greeting.sample() == "Dear name,\n\n1 + 1 = sum (about).")
  }

  @Test("A brace without its partner stands for itself")
  func brace() throws {
    let schema = Schema.string(template: "a } b { c")
    #expect(try SchemaValidator(schema).admits("a } b { c"))
    #expect(try !SchemaValidator(schema).admits("a } b  c"))
  }
}
