/// A request that removes what a case made, with everything but its credential.
///
/// It is known before what it removes is forgotten: it stands in the stream of events as soon as the
/// values are known that it is made from.
public struct CleanUpRequest: Sendable, Hashable {
  /// The suite.
  public var suite: ContractSuite.ID

  /// The case.
  public var testCase: CaseID

  /// The number of the step among those that clean up after the case, counted from zero.
  public var number: Int

  /// The step.
  public var step: Workflow.Step.ID

  /// The method.
  public var method: String

  /// The target, with the path of the server's address.
  public var target: String

  /// The fields without Host, Content-Length and what carries the credential.
  public var fields: [Field]

  /// The content.
  public var body: [UInt8]

  /// The credential that it is sent with; `nil` where it has none.
  public var caller: Caller?

  /// Whose credential a request carries, and where beside the place that the suite says.
  public struct Caller: Sendable, Hashable {
    /// The role; `nil` is the suite's usual one.
    public var role: String?
    /// The header fields of the contract that carry it; empty where it goes where the suite says.
    public var fields: [String]

    /// Creates a caller.
    public init(role: String? = nil, fields: [String] = []) {
      self.role = role
      self.fields = fields
    }
  }

  /// Creates a request.
  public init(
    suite: ContractSuite.ID,
    testCase: CaseID,
    number: Int,
    step: Workflow.Step.ID,
    method: String,
    target: String,
    fields: [Field] = [],
    body: [UInt8] = [],
    caller: Caller? = nil
  ) {
    self.suite = suite
    self.testCase = testCase
    self.number = number
    self.step = step
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
    self.caller = caller
  }
}

/// What is known of the clean-up of a case.
public enum CleanUpEvent: Sendable, Hashable {
  /// A request is to be sent, sooner or later.
  case needed(CleanUpRequest)
  /// It was sent, and nothing is left of what it removes.
  case done(CleanUpRequest)
  /// Something may be left, with why, as the end of a sentence that begins with the request.
  case failed(CleanUpRequest, reason: String)
  /// Something may be left, and no request can be made that removes it.
  case impossible(CaseID, step: Workflow.Step.ID, request: String, reason: String)
}

extension CleanUpEvent {
  /// What may be left behind, as a sentence with the request; `nil` where nothing is known to be.
  package var warning: String? {
    switch self {
    case .needed, .done: nil
    case .failed(let request, let reason):
      "\(request.testCase) may have left something behind: its clean-up \(request.method) "
        + "\(request.target) (\(request.step)) \(reason)."
    case .impossible(let testCase, let step, let request, let reason):
      "\(testCase) may have left something behind: its clean-up \(request) (\(step)) was not sent, "
        + "because it \(reason)."
    }
  }
}
