/// Why a part of an Arazzo document is not carried into a workflow.
package enum ArazzoGap: Sendable, Hashable {
  /// A source description that the document does not declare.
  case unknownSource(String)
  /// An operation that none of the documents has, or that is not checked.
  case unknownOperation(String)
  /// An operation that several documents have.
  case ambiguousOperation(String)
  /// Steps of several APIs.
  case severalAPIs
  /// A message of AsyncAPI.
  case channel
  /// A workflow that is not there.
  case unknownWorkflow(String)
  /// A workflow that is a part of itself.
  case endless(String)
  /// More steps than are run.
  case tooManySteps(limit: Int)
  /// No step.
  case noStep
  /// A reusable object that is not there.
  case unknownComponent(String)
  /// An input that the workflow does not declare.
  case unknownInput(String)
  /// An output that no step before gives.
  case unknownOutput(String)
  /// A runtime expression that is none, or that is not read.
  case expression(String)
  /// A text in which a value of an earlier answer stands.
  case joined(String)
  /// A selector other than a JSON Pointer or a path to one place.
  case selector(String)
  /// A parameter that the operation does not have.
  case undeclaredParameter(String)
  /// A parameter that is the credential.
  case credential(String)
  /// A parameter that is the whole query.
  case queryString
  /// A header field for which the format speaks.
  case ignoredHeader(String)
  /// A body for an operation that has none.
  case noBody
  /// A body in a media type that the operation does not have.
  case mediaType(String)
  /// A body that is a text, of a media type that is written from values, with open places.
  case textBody
  /// A place of a body that no JSON Pointer names.
  case replacement(String)
  /// A body that does not follow the schema of the operation.
  case wrongBody(String)
  /// A condition that no schema says.
  case condition(String)
  /// A condition of XPath.
  case xpath
  /// A condition on a step that is a workflow.
  case conditionOfWorkflow
  /// Several answers of which the condition allows each.
  case severalAnswers([Int])
  /// What follows depends on the answer.
  case branch
  /// A step that was sent already.
  case backward(String)
  /// What is done after a failure.
  case failureAction
  /// A step or a workflow that runs before a step is repeated.
  case repair
  /// That a step is repeated after an error of the server.
  case retryOfServerError
  /// An output that no step takes.
  case unusedOutput
  /// How long a step may take.
  case timeout
}

extension ArazzoGap {
  /// Why it is not carried, as a sentence.
  package var message: String {
    switch self {
    case .unknownSource(let name): "No source description is called \"\(name)\"."
    case .unknownOperation(let name): "No operation that is checked is \"\(name)\"."
    case .ambiguousOperation(let name):
      "Several documents have the operation \"\(name)\": say whose it is."
    case .severalAPIs:
      "Its steps are operations of several documents, which are suites of their own."
    case .channel: "A message of AsyncAPI is not sent."
    case .unknownWorkflow(let name): "No workflow is called \"\(name)\"."
    case .endless(let name): "The workflow \"\(name)\" is a part of itself."
    case .tooManySteps(let limit): "It has more than the \(limit) steps that are sent."
    case .noStep: "No step of it is sent."
    case .unknownComponent(let name): "Nothing stands at \"\(name)\"."
    case .unknownInput(let name): "The workflow has no input \"\(name)\"."
    case .unknownOutput(let name): "No step before gives \"\(name)\"."
    case .expression(let text): "\"\(text)\" is not read as a runtime expression."
    case .joined(let text): "A value of an earlier answer is not put into the text \"\(text)\"."
    case .selector(let text): "\"\(text)\" does not lead to one place."
    case .undeclaredParameter(let name): "The operation has no parameter \(name): it is not sent."
    case .credential(let name):
      "\(name) carries the credential, which is taken from the environment."
    case .queryString: "The query as one value is not sent."
    case .ignoredHeader(let name): "\(name) is sent as the formats say."
    case .noBody: "The operation has no body."
    case .mediaType(let type): "The operation has no body of the type \(type)."
    case .textBody: "A text in which values are put is no body of this type."
    case .replacement(let target): "\"\(target)\" is no JSON Pointer to a place in the body."
    case .wrongBody(let why): "The body does not follow the schema of the operation: \(why)"
    case .condition(let text): "The condition \"\(text)\" is not looked at: no schema says it."
    case .xpath: "A condition of XPath is not looked at."
    case .conditionOfWorkflow:
      "A step that is a workflow has no answer: the condition is not looked at."
    case .severalAnswers(let statuses):
      "Each of \(statuses.map(String.init).joined(separator: ", ")) is right: what the answer holds is not "
        + "looked at."
    case .branch: "What follows depends on the answer: the steps behind this one are not sent."
    case .backward(let step):
      "The step \"\(step)\" was sent already: the steps behind this one are not sent."
    case .failureAction: "What follows a failure is not sent: the step is a violation."
    case .repair: "What is done before a step is repeated is not sent."
    case .retryOfServerError: "A step is not repeated after an answer of 500 or above."
    case .unusedOutput: "No step takes the output: that the answer has it is not asked for."
    case .timeout: "How long a step may take is said by --timeout alone."
    }
  }
}
