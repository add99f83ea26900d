import AccordModel
import AccordSchema
import Testing

@testable import AccordJudging

/// What a reader of a team's own gives is bounded, whatever it is.
@Suite struct OwnSyntaxTests {
  /// As many lists in one another as there are bytes.
  struct Nested: BodySyntax {
    let name = "nested"

    func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue {
      bytes.indices.reversed().reduce(.value(7, atByte: 0)) { .list([$0], atByte: $1) }
    }

    func write(_ value: JSON, as schema: Schema) throws -> [UInt8] {
      throw BodySyntaxError("nothing", atByte: 0)
    }
  }

  private let format = Format("nested", .own(Nested()), mediaType: "text/x-nested")

  @Test func depthIsBounded() throws {
    guard
      case .malformed(let malformation) = ObservedBody(
        [UInt8](repeating: 1, count: 600),
        as: format,
        charset: nil
      )
    else {
      Issue.record("It is read.")
      return
    }
    #expect(malformation.isLimit)
    #expect(malformation.mismatch.message == "expected at most 512 levels, found more")
  }

  @Test func typedValuesKeepTheirTypes() throws {
    guard case .lexical(let body) = ObservedBody([1, 2], as: format, charset: nil) else {
      Issue.record("It is not read.")
      return
    }
    let value = try #require(body.values.first)
    #expect(try value.json(as: .any) == [[7]])
    // A text would be read as the type that is wanted; a value is what it is.
    #expect(try value.json(as: .array(of: .array(of: .string))) == [[7]])
    #expect(value[JSONPointer(tokens: ["0", "0"])]?.json == 7)
  }

  @Test func syntaxesAreToldApartByTheirNames() {
    #expect(Format.Syntax.own(Nested()) == .own(Nested()))
    #expect(Format.Syntax.own(Nested()) != .json)
    #expect(Format.Syntax.own(Nested()).name == "nested")
    #expect(throws: BodyWritingError.self) {
      try Format.Syntax.own(Nested()).bytes(of: 7, as: .any)
    }
  }
}
