/// Reads one message from bytes as they come (RFC 9112), however they are cut.
///
/// What can be read past is read and noted as a ``Deviation``; only what cannot be read is a
/// failure. The reader knows nothing of sockets: ``feed(_:)`` takes bytes, ``finish()`` their end.
package struct MessageReader: Sendable {
  /// What is read: a request, or the response to a request of some method.
  package enum Subject: Sendable, Hashable {
    case request
    case response(toMethod: String)
  }

  /// How far the reader is.
  package enum State: Sendable, Hashable {
    case head
    case body
    case complete
    case failed(WireFailure)
  }

  enum Step: Sendable, Hashable {
    case startLine
    case fields
    case content(remaining: Int)
    case contentUntilClose
    case chunkSize
    case chunkData(remaining: Int)
    case chunkEnd
    case chunkEndAfterCarriageReturn
    case trailers
    case complete
    case failed(WireFailure)
  }

  let subject: Subject
  let limits: ReadLimits
  var step = Step.startLine
  /// The number of bytes that were taken so far.
  var offset = 0
  /// The line that is being gathered, without its LF, and where it began.
  var line: [UInt8] = []
  var lineStart = 0
  var headBytes = 0

  var startLine = StartLine()
  var fields = FieldSection()
  var trailers = FieldSection()
  var rawHead: [UInt8] = []
  var interim: [WireInterim] = []
  var framing = WireResponse.BodyFraming.none
  var body: [UInt8] = []
  /// What was noted, each kind once.
  var noted: [Deviation] = []
  /// Where a chunk's data ran on into what was taken for the next size.
  var chunkRunsOnAt: Int?

  /// The transfer codings besides chunked that the request asked for, in lower case.
  package var askedTransferCodings: Set<String> = []

  /// Bytes after the end of the message.
  package internal(set) var surplus: [UInt8] = []

  /// Bytes from the place on where reading failed, at most 1024.
  package internal(set) var unread: [UInt8] = []

  /// A reader at the beginning of a message.
  package init(_ subject: Subject, limits: ReadLimits = ReadLimits()) {
    self.subject = subject
    self.limits = limits
  }

  package var state: State {
    switch step {
    case .startLine, .fields: .head
    case .complete: .complete
    case .failed(let failure): .failed(failure)
    default: .body
    }
  }

  /// Whether any byte has come.
  package var hasBegun: Bool { offset > 0 }

  /// Takes the next bytes, all of them.
  package mutating func feed(_ bytes: [UInt8]) {
    var input = bytes[...]
    while !input.isEmpty {
      switch step {
      case .startLine, .fields, .chunkSize, .trailers:
        takeLine(from: &input)
      case .content(let remaining):
        let taken = takeContent(from: &input, atMost: remaining)
        advance(to: taken == remaining ? .complete : .content(remaining: remaining - taken))
      case .contentUntilClose:
        takeContent(from: &input, atMost: input.count)
      case .chunkData(let remaining):
        let taken = takeContent(from: &input, atMost: remaining)
        advance(to: taken == remaining ? .chunkEnd : .chunkData(remaining: remaining - taken))
      case .chunkEnd, .chunkEndAfterCarriageReturn:
        takeChunkEnd(from: &input)
      case .complete:
        surplus.append(contentsOf: input.prefix(max(0, surplusLimit - surplus.count)))
        return
      case .failed:
        unread.append(contentsOf: input.prefix(max(0, 1024 - unread.count)))
        return
      }
    }
  }

  /// Takes the end of the bytes: the peer closed its side.
  package mutating func finish() {
    failAtOpenLine()
    switch step {
    case .complete, .failed:
      break
    case .startLine, .fields:
      unread = Array(line.prefix(1024))
      step = .failed(
        hasBegun ? .closedInHead(received: offset) : .closedBeforeHead(reused: false)
      )
    case .contentUntilClose:
      complete()
    case .content(let remaining):
      step = .failed(.truncated(received: body.count, expected: body.count + remaining))
    case .trailers where line.isEmpty || line == [ASCII.carriageReturn]:
      note(.finalLineEndMissing, at: offset, evidence: line)
      trailers.flush()
      complete()
    case .chunkSize, .chunkData, .chunkEnd, .chunkEndAfterCarriageReturn, .trailers:
      step = .failed(.truncated(received: body.count, expected: nil))
    }
  }

  /// Notes a deviation: each kind once with its first place, however often a peer repeats it.
  mutating func note(
    _ kind: Deviation.Kind,
    at offset: Int,
    evidence: some Collection<UInt8>
  ) {
    if let index = noted.firstIndex(where: { $0.kind == kind }) {
      noted[index].count += 1
    } else {
      noted.append(Deviation(kind, at: offset, evidence: evidence))
    }
  }

  /// Ends reading because of something that cannot be read.
  mutating func fail(_ failure: WireFailure) {
    step = .failed(failure)
    unread.append(contentsOf: line.prefix(1024))
  }

  /// Goes on with the next step, unless the message is complete or has failed.
  mutating func advance(to next: Step) {
    if case .failed = step { return }
    if next == .complete {
      complete()
    } else {
      step = next
    }
  }

  mutating func complete() {
    step = .complete
    if case .response = subject, startLine.status == 205, !body.isEmpty {
      note(.bodyOn205, at: rawHead.count, evidence: body)
    }
  }

  /// Requests may be pipelined, so that nothing of them is dropped; their sender is bounded.
  private var surplusLimit: Int {
    subject == .request ? Int.max : 64 * 1024
  }
}

extension MessageReader {
  /// Notes that TLS ended without a closure alert where only the end shows that all has come.
  mutating func noteIncompleteClose() {
    guard step == .contentUntilClose else { return }
    note(.tlsIncompleteClose, at: offset, evidence: [])
  }
}
