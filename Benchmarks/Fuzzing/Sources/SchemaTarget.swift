/// Schema documents, each with a document that is held to it.
///
/// The first byte chooses the draft, and whether the meta-schema is asked; a line feed ends the
/// schema.
enum SchemaTarget: FuzzTarget {
  static func check(_ input: [UInt8]) {
    guard let choice = input.first else { return }
    let rest = input.dropFirst()
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    guard let root = try? JSONDocument(parsing: Array(rest[..<end])).root.value else { return }
    let drafts = SchemaDraft.allCases
    let draft = drafts[Int(choice >> 1) % drafts.count]
    guard let schema = schema(root, draft, isChecked: choice & 1 == 0) else { return }
    let validator: SchemaValidator
    do throws(SchemaError) {
      validator = try SchemaValidator(schema)
    } catch {
      expect(!error.message.isEmpty, "an error has a message")
      return
    }
    let instances = [Array(rest[min(end + 1, rest.endIndex)...]), Array(rest[..<end])]
    for bytes in instances {
      guard let document = try? JSONDocument(parsing: bytes) else { continue }
      Verdicts.check(validator, document)
    }
  }

  private static func schema(_ root: JSON, _ draft: SchemaDraft, isChecked: Bool) -> Schema? {
    guard isChecked else {
      // The compiler meets what no meta-schema would let through.
      return Schema(SchemaDocument(root, draft: draft, formats: .assertion))
    }
    do throws(SchemaError) {
      let schema = try Schema(loading: root, draft: draft, formats: .assertion)
      let violations = try Schema.violations(inDocument: root, draft: draft)
      expect(violations.isEmpty, "what is loaded conforms to its meta-schema")
      return schema
    } catch {
      expect(!error.message.isEmpty, "an error has a message")
      return nil
    }
  }
}
