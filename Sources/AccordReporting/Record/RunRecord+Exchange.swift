public import AccordModel

extension RunRecord {
  /// One request with what came back or went wrong.
  public struct Exchange: Sendable, Hashable {
    /// What it is for, such as `list ascending`.
    public package(set) var step: String?
    /// The request.
    public package(set) var request: Request
    /// The command that sends the request again.
    public package(set) var curl: String
    /// The same with `@BODY` in the place of a body that is too long to be read beside it, if it is.
    package var curlWithoutBody: String?
    /// The response; of one that is not whole, what was received.
    public package(set) var response: Response?
    /// Why there is no whole response.
    public package(set) var failure: ExchangeFailure?
    /// How long it took.
    public package(set) var timing: Timing
    /// Whether it was sent a second time after a reused connection was found closed.
    public package(set) var wasResent: Bool

    /// Creates an exchange's record.
    package init(
      step: String? = nil,
      request: Request,
      curl: String,
      curlWithoutBody: String? = nil,
      response: Response?,
      failure: ExchangeFailure? = nil,
      timing: Timing = Timing(),
      wasResent: Bool = false
    ) {
      self.step = step
      self.request = request
      self.curl = curl
      self.curlWithoutBody = curlWithoutBody
      self.response = response
      self.failure = failure
      self.timing = timing
      self.wasResent = wasResent
    }

    /// The record of an exchange.
    ///
    /// `variables` are the names that the shell expands in the command of curl; `violations` are those
    /// of this exchange.
    package init(
      _ exchange: AccordModel.Exchange,
      step: String?,
      expanding variables: [String],
      keeping extent: Content.Extent = .beginning,
      _ violations: [Violation] = []
    ) {
      let command = CurlCommand(exchange.request, expanding: variables)
      self.init(
        step: step,
        request: Request(exchange.request, keeping: extent),
        curl: command.description,
        curlWithoutBody: command.withoutBody,
        response: nil,
        timing: Timing(exchange.timing),
        wasResent: exchange.wasResent
      )
      switch exchange.outcome {
      case .answered(let response):
        self.response = Response(response, keeping: extent, violations)
      case .failed(let failure, let partial):
        response = partial.map { Response($0, keeping: extent, violations) }
        self.failure = failure
        tellWhatWasNotSent()
      }
    }

    /// Of a request that was not sent there is no command.
    mutating func tellWhatWasNotSent() {
      guard let failure, [.notSent, .otherServer].contains(failure.kind) else { return }
      (curl, curlWithoutBody) = ("# \(request.method) \(request.url) was not sent", nil)
    }
  }

  /// How long an exchange took, in microseconds.
  public struct Timing: Sendable, Hashable {
    /// Until connected; zero on a reused connection.
    public package(set) var connect: Int
    /// Until the first byte of the response.
    public package(set) var firstByte: Int
    /// Until the end.
    public package(set) var total: Int

    /// Creates a timing.
    package init(connect: Int = 0, firstByte: Int = 0, total: Int = 0) {
      self.connect = connect
      self.firstByte = firstByte
      self.total = total
    }

    /// The record of a timing.
    package init(_ timing: AccordModel.Exchange.Timing) {
      self.init(
        connect: Int(max(0, timing.connect) / 1_000),
        firstByte: Int(max(0, timing.firstByte) / 1_000),
        total: Int(max(0, timing.total) / 1_000)
      )
    }
  }
}
