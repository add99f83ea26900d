import Testing

@testable import AccordSchema

@Suite struct CompiledFormTests {
  private let schema: Schema = .object([.required("id", .integer), .optional("name", .string)])

  @Test func aSchemaIsCompiledOnce() throws {
    let copy = schema
    #expect(try SchemaValidator(schema).program === SchemaValidator(copy).program)
    #expect(try SchemaValidator(schema).verdicts === SchemaValidator(copy).verdicts)
  }

  @Test func otherBoundsShareWhatWasCompiled() throws {
    let limits = ValidationLimits(violations: 7, effort: 3, depth: 50)
    let usual = try SchemaValidator(schema)
    let other = try SchemaValidator(schema, limits: limits)
    #expect(other.limits == limits)
    #expect(usual.limits == .default)
    #expect(other.program !== usual.program)
    #expect(other.program.schemas.first === usual.program.schemas.first)
    #expect(try SchemaValidator(schema, limits: limits).program === other.program)
    #expect(try SchemaValidator(schema).program === usual.program)
  }

  @Test func aChangedSchemaIsAnotherOne() throws {
    let nullable = schema.nullable
    #expect(try SchemaValidator(nullable).admits(.null))
    #expect(try !SchemaValidator(schema).admits(.null))
  }

  @Test func aSchemaThatMeansNothingIsRefusedEachTime() {
    let endless = Schema.string(pattern: "(")
    for _ in 0..<2 {
      #expect(throws: SchemaError.self) { try SchemaValidator(endless) }
      #expect(throws: SchemaError.self) {
        try SchemaValidator(endless, limits: ValidationLimits(effort: 2))
      }
    }
  }

  @Test func manyThreadsGetTheSameForm() async throws {
    let schema = Schema.array(of: self.schema)
    let programs = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 0..<32 { group.addTask { ObjectIdentifier(try SchemaValidator(schema).program) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(programs.count == 1)
  }

  @Test func aSchemaIsFreedWithWhatItWasCompiledTo() throws {
    weak var program: Program?
    do {
      let short: Schema = .object([.required("id", .integer)])
      program = try SchemaValidator(short).program
    }
    #expect(program == nil)
  }
}
