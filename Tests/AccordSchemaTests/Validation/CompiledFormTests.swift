import Testing

@testable import AccordSchema

@Suite struct CompiledFormTests {
  private let schema: Schema = .object([.required("id", .integer), .optional("name", .string)])

  @Test func aSchemaIsCompiledOnce() throws {
    let copy = schema
    #expect(try Validator(schema).program === Validator(copy).program)
    #expect(try Validator(schema).verdicts === Validator(copy).verdicts)
  }

  @Test func otherBoundsShareWhatWasCompiled() throws {
    let limits = ValidationLimits(violations: 7, effort: 3, depth: 50)
    let usual = try Validator(schema)
    let other = try Validator(schema, limits: limits)
    #expect(other.limits == limits)
    #expect(usual.limits == .default)
    #expect(other.program !== usual.program)
    #expect(other.program.schemas.first === usual.program.schemas.first)
    #expect(try Validator(schema, limits: limits).program === other.program)
    #expect(try Validator(schema).program === usual.program)
  }

  @Test func aChangedSchemaIsAnotherOne() throws {
    let nullable = schema.nullable
    #expect(try Validator(nullable).admits(.null))
    #expect(try !Validator(schema).admits(.null))
  }

  @Test func aSchemaThatMeansNothingIsRefusedEachTime() {
    let endless = Schema.string(pattern: "(")
    for _ in 0..<2 {
      #expect(throws: SchemaError.self) { try Validator(endless) }
      #expect(throws: SchemaError.self) {
        try Validator(endless, limits: ValidationLimits(effort: 2))
      }
    }
  }

  @Test func manyThreadsGetTheSameForm() async throws {
    let schema = Schema.array(of: self.schema)
    let programs = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 0..<32 { group.addTask { ObjectIdentifier(try Validator(schema).program) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(programs.count == 1)
  }

  @Test func aSchemaIsFreedWithWhatItWasCompiledTo() throws {
    weak var program: Program?
    do {
      let short: Schema = .object([.required("id", .integer)])
      program = try Validator(short).program
    }
    #expect(program == nil)
  }
}
