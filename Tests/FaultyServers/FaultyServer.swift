import Accord
import AccordMocking
import Testing

/// A server that breaks exactly one documented promise.
struct FaultyServer: Sendable, CustomTestStringConvertible {
  /// The name, unique.
  var name: String

  /// The promise that it breaks, with its document.
  var promise: String

  /// The suite that it serves.
  var suite: ContractSuite.ID

  /// The cases that are run, as patterns of their identifiers; empty means the whole suite.
  var cases: [String]

  /// The rules that report it, in any order, and no others.
  var rules: [String]

  /// How the place of every violation begins.
  var place: String

  /// How much every violation weighs; `nil` where they differ.
  var level: Violation.Level?

  /// Why more than one rule reports it, or why a rule does that one does not expect.
  var reason: String?

  /// What it does.
  var difference: Trial.Difference

  var testDescription: String { name }
}

extension FaultyServer {
  /// A server that changes the mock's answers.
  init(
    _ name: String,
    _ promise: String,
    of suite: ContractSuite.ID,
    _ cases: [String] = [],
    breaks rules: String...,
    at place: String,
    as level: Violation.Level? = .must,
    because reason: String? = nil,
    changing change: @escaping @Sendable (inout MockAnswer, MockRequest) -> Void
  ) {
    self.init(
      name: name,
      promise: promise,
      suite: suite,
      cases: cases,
      rules: rules,
      place: place,
      level: level,
      reason: reason,
      difference: .answers { request, mock in
        var answer = mock(request)
        change(&answer, request)
        return answer
      }
    )
  }

  /// A server that takes requests for others than they are.
  init(
    _ name: String,
    _ promise: String,
    of suite: ContractSuite.ID,
    _ cases: [String] = [],
    breaks rules: String...,
    at place: String,
    as level: Violation.Level? = .must,
    because reason: String? = nil,
    mistaking mistake: @escaping @Sendable (MockRequest) -> MockRequest
  ) {
    self.init(
      name: name,
      promise: promise,
      suite: suite,
      cases: cases,
      rules: rules,
      place: place,
      level: level,
      reason: reason,
      difference: .answers { request, mock in mock(mistake(request)) }
    )
  }

  /// A server that plays with the mock.
  init(
    _ name: String,
    _ promise: String,
    of suite: ContractSuite.ID,
    _ cases: [String] = [],
    breaks rules: String...,
    at place: String,
    as level: Violation.Level? = .must,
    because reason: String? = nil,
    playing distortion: @escaping Mock.Distortion
  ) {
    self.init(
      name: name,
      promise: promise,
      suite: suite,
      cases: cases,
      rules: rules,
      place: place,
      level: level,
      reason: reason,
      difference: .answers(distortion)
    )
  }

  /// A server that does something else on the socket.
  init(
    _ name: String,
    _ promise: String,
    of suite: ContractSuite.ID,
    _ cases: [String] = [],
    breaks rules: String...,
    at place: String,
    as level: Violation.Level? = .must,
    because reason: String? = nil,
    writing script: @escaping Trial.Script
  ) {
    self.init(
      name: name,
      promise: promise,
      suite: suite,
      cases: cases,
      rules: rules,
      place: place,
      level: level,
      reason: reason,
      difference: .wire(script)
    )
  }

  /// All of them, kind by kind.
  static let all: [FaultyServer] =
    statuses + platformStatuses + noRefusals + errorNames + platformErrorNames + members + types
    + syntaxes + formats + rows + texts + agreement + xml + versions + paging + sorting + state
    + actingPlatform + actingInteract + lifeCycles + headers + wire
}
