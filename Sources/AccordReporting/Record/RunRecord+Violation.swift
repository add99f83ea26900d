public import AccordModel
public import AccordSchema

extension RunRecord {
  /// A promise that a server broke, with the evidence.
  public struct Violation: Sendable, Hashable {
    /// The rule that found it, such as `error-name`.
    public package(set) var rule: String
    /// How much it weighs.
    public package(set) var level: AccordModel.Violation.Level
    /// The promise.
    public package(set) var clause: Clause
    /// The exchange of the case, counted from zero.
    public package(set) var step: Int
    /// The place, such as `response body /errorCode`.
    public package(set) var place: AccordModel.Violation.Place
    /// What was promised.
    public package(set) var expected: String
    /// What was found.
    public package(set) var actual: String
    /// What to do or to know, if there is something.
    public package(set) var hint: String?
    /// The place in the body's text.
    public package(set) var position: SourcePosition?
    /// The promises that it breaks besides its clause: those of members of a payload.
    public package(set) var members: [Promise.ID]
    /// The keyword of the schema that does not hold, if it is a schema that is broken.
    public package(set) var keyword: String?
    /// The answer with which this one should agree, if what is expected was read from one.
    public package(set) var reference: AccordModel.Violation.Reference?
    /// Why it is put up with, if the baseline lists it.
    public package(set) var known: String?

    /// Creates a violation's record.
    package init(
      rule: String,
      level: AccordModel.Violation.Level,
      clause: Clause,
      step: Int = 0,
      place: AccordModel.Violation.Place,
      expected: String,
      actual: String,
      hint: String? = nil,
      position: SourcePosition? = nil,
      members: [Promise.ID] = [],
      keyword: String? = nil,
      reference: AccordModel.Violation.Reference? = nil,
      known: String? = nil
    ) {
      self.rule = rule
      self.level = level
      self.clause = clause
      self.step = step
      self.place = place
      self.expected = expected
      self.actual = actual
      self.hint = hint
      self.position = position
      self.members = members
      self.keyword = keyword
      self.reference = reference
      self.known = known
    }

    /// The record of a violation.
    package init(_ violation: AccordModel.Violation, in suite: ContractSuite) {
      self.init(
        rule: violation.rule,
        level: violation.level,
        clause: Clause(violation.clause, in: suite),
        step: violation.step,
        place: violation.place,
        expected: violation.expected,
        actual: violation.actual,
        hint: violation.hint,
        position: violation.position,
        members: violation.members,
        keyword: violation.keyword,
        reference: violation.reference
      )
    }
  }

  /// A promise as a violation names it.
  public struct Clause: Sendable, Hashable {
    /// The identifier of a promise.
    public typealias ID = AccordModel.Clause.ID

    /// The identifier, unique in its contract.
    public package(set) var id: ID
    /// The promise as one sentence.
    public package(set) var sentence: String
    /// Why it is assumed, if no document states it.
    public package(set) var assumedBecause: String?
    /// The file that declares it, below the root of the repository.
    public package(set) var file: String
    /// The line in that file, counted from one.
    public package(set) var line: Int

    /// Creates a promise's record.
    package init(id: ID, sentence: String, assumedBecause: String?, file: String, line: Int) {
      self.id = id
      self.sentence = sentence
      self.assumedBecause = assumedBecause
      self.file = file
      self.line = line
    }

    /// The record of a promise.
    package init(_ clause: AccordModel.Clause, in suite: ContractSuite) {
      self.init(
        id: clause.id,
        sentence: clause.sentence,
        assumedBecause: clause.basis.reason,
        file: clause.source.file(in: suite.folder),
        line: clause.source.line
      )
    }

    /// Where it is declared, such as `Contracts/Pets/Pets.swift:31`.
    public var source: String { "\(file):\(line)" }
  }
}
