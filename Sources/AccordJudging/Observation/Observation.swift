package import AccordModel
package import AccordSchema

/// One exchange of a case as rules see it: what was promised, what came, and the content read once.
///
/// It is a class because the content is read when a rule first asks for it, and only then.
package final class Observation {
  /// What the suite says once.
  package let suiteIndex: SuiteIndex

  /// What the contract that the exchange is held to says once.
  package let contractIndex: ContractIndex

  /// The suite.
  package var suite: ContractSuite { suiteIndex.suite }

  /// The contract that the exchange is held to.
  package var contract: Contract { contractIndex.contract }

  /// Where the case comes from.
  package let origin: Case.Origin

  /// The step.
  package let step: Case.Step

  /// The number of the step, counted from zero.
  package let index: Int

  /// The request as it was sent.
  package let request: Exchange.Request

  /// The response as it came.
  package let response: Exchange.Response

  /// How long the answer took, as a promise of a time has it; `nil` where nobody measured it.
  package var duration: Duration?

  /// The workflow that the step is one of; `nil` where it is of none.
  package var workflow: Workflow?

  /// The step as its workflow has it.
  package var workflowStep: Workflow.Step? {
    guard let steps = workflow?.steps, steps.indices.contains(index) else { return nil }
    return steps[index]
  }

  /// The exchanges of the steps before, of a workflow.
  package var earlier: [Exchange] = []

  /// The bounds within which content is held to schemas.
  package var limits = ValidationLimits.default

  /// What the exchange is held to: where several responses are right, the one that the status tells.
  package let expectation: Case.Expectation

  /// The content.
  package private(set) lazy var body: ObservedBody = readBody()

  /// The content with what was made of it; ``body`` is that of it, unless a coding keeps it from being
  /// read.
  private(set) lazy var memory = suiteIndex.content(
    of: AnswerContent.Source(
      bytes: content,
      format: format,
      charset: mediaType?["charset"] ?? (format.syntax == .text ? format.charset : nil),
      boundary: mediaType?["boundary"]
    )
  )

  /// What the answer shows of an error.
  package private(set) lazy var shownError = ShownError(self)

  /// The media type of the content, where exactly one field states one.
  package private(set) lazy var mediaType: MediaType? = response.contentType.flatMap {
    MediaType(parsing: $0)
  }

  /// The response that the answer is one of by its format, which the promised one or one of the same
  /// status is written in.
  package private(set) lazy var writtenResponse: ResponseRule? = promisedResponse.map { rule in
    let siblings = contract.responses.filter { rule.isSibling(of: $0) }
    guard siblings.contains(where: { !$0.formats.isEmpty }), let type = mediaType?.essence else {
      return rule
    }
    let labels = suite.formats.filter { $0.mediaType.lowercased() == type }.map(\.id)
    guard !labels.contains(where: rule.formats.contains) else { return rule }
    let named = siblings.first { labels.contains(where: $0.formats.contains) }
    return named ?? contract.response(in: labels.first, besides: rule)
  }

  /// What the contract says of the answer besides what its request deserves, where it is a refusal or has a
  /// status that a right request does not get.
  private(set) lazy var otherResponse: ResponseRule? = {
    let status = response.status
    if let rule = promisedResponse, rule.statuses.contains(status) { return nil }
    guard !contract.otherwise.isEmpty else { return nil }
    let type = mediaType?.essence
    let labels = suite.formats.filter { $0.mediaType.lowercased() == type }.map(\.id)
    return contract.otherAnswer(of: status, version: expectation.version, in: labels)
  }()

  /// The response that a right request was promised, where it got an error that is admitted in its place.
  package var unseenResponse: ResponseRule? {
    guard response.status >= 400, case .success(let promised) = step.expectation.outcome,
      !promised.statuses.contains(response.status),
      case .success(let admitted) = expectation.outcome,
      admitted.statuses.contains(response.status)
    else { return nil }
    return promised
  }

  /// The response of another version that was given in place of the promised one, if it was.
  private(set) lazy var otherVersionsResponse = findOtherVersionsResponse()

  package init(
    suite: SuiteIndex,
    contract: ContractIndex,
    origin: Case.Origin,
    step: Case.Step,
    index: Int,
    request: Exchange.Request,
    response: Exchange.Response
  ) {
    suiteIndex = suite
    contractIndex = contract
    self.origin = origin
    self.step = step
    self.index = index
    self.request = request
    self.response = response
    expectation = step.expectation.deserved(by: response.status, in: suite.suite, contract.contract)
  }

  /// The format in which the content is read: the one it says it is in, where the suite writes that
  /// one, else the one that was promised.
  package var format: Format {
    let labelled = (suite.formats + suite.errors.formats).filter {
      $0.mediaType.lowercased() == mediaType?.essence
    }
    if let format = expectation.formats.first(where: labelled.contains) ?? labelled.first {
      return format
    }
    return expectation.format ?? suite.formats.first ?? .json
  }

  /// Whether the answer can have content at all (RFC 9110 sections 9.3.2, 15.2, 15.3.5, 15.4.5).
  package var allowsContent: Bool {
    request.method != "HEAD" && response.status != 204 && response.status != 304
  }

  /// The content without its content codings, or why they cannot be taken off.
  private lazy var decoding: Result<[UInt8], ContentCoding.Failure> = {
    let codings = ContentCoding.names(in: response.fields)
    guard !codings.isEmpty, !response.body.isEmpty else { return .success(response.body) }
    return Result { () throws(ContentCoding.Failure) in
      try ContentCoding.decoded(response.body, codings)
    }
  }()

  /// The content without its content codings; none where they cannot be taken off.
  package var content: [UInt8] { (try? decoding.get()) ?? [] }

  /// The content without its content codings, or as it came where they cannot be taken off.
  var readableContent: [UInt8] { contentFault == nil ? content : response.body }

  /// Why the content codings cannot be taken off, where that is so.
  package var contentFault: ContentCoding.Failure? {
    guard case .failure(let fault) = decoding else { return nil }
    return fault
  }

  private func readBody() -> ObservedBody {
    // Nothing is read into bytes, whatever they look like.
    let written = otherResponse ?? writtenResponse
    if case .octets? = written?.content, contentFault == nil, !content.isEmpty,
      written?.statuses.contains(response.status) == true
    {
      return .unchecked(format)
    }
    if let contentFault, format.isChecked {
      return .malformed(
        ObservedBody.Malformation(
          syntax: format.syntax,
          mismatch: contentFault.mismatch(
            of: response.fields.values(of: "Content-Encoding"),
            asked: request.fields.values(of: "Accept-Encoding")
          ),
          position: nil,
          isLimit: contentFault.isAsked(by: request.fields.values(of: "Accept-Encoding")),
          isOfCoding: true
        )
      )
    }
    if !response.body.isEmpty, let coding = unreadTransferCoding, format.isChecked {
      return .malformed(
        ObservedBody.Malformation(
          syntax: format.syntax,
          mismatch: SyntaxMismatch(
            "no transfer coding but chunked",
            found: "Transfer-Encoding: \(Excerpt.text(coding))"
          ),
          position: nil
        )
      )
    }
    return memory.body
  }

  /// A transfer coding that the content still bears: only chunks are taken off (RFC 9112 section 7).
  private var unreadTransferCoding: String? {
    response.fields.values(of: "Transfer-Encoding").first { value in
      value.split(separator: ",").contains { element in
        let name = element.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
        return !["", "chunked", "identity"].contains(name)
      }
    }
  }
}
