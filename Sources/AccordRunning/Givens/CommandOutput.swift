import Synchronization

@preconcurrency import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A command that is run for what it writes to its standard output.
struct CommandOutput: Sendable {
  /// The program, looked for in `PATH`, and its arguments.
  var words: [String]
  /// The variables of its environment.
  var environment: [String: String]
  /// The longest time that it may take, in seconds.
  var timeout: Double

  /// The most bytes that are read of an output.
  static let limit = 1 << 20

  /// How long it is waited before the process is looked at again, in milliseconds.
  private static let tick: Int32 = 20

  /// Why there is no output.
  enum Failure: Error, Hashable {
    case notStarted(code: Int32)
    case status(Int32, lastLine: String?)
    case signal(Int32, lastLine: String?)
    case timeout(seconds: Double, lastLine: String?)
    case tooLong
    case cancelled
  }

  /// What it wrote; it and what it started end with the task.
  func text() async throws(Failure) -> [UInt8] {
    let ended = CancelMark()
    let result: Result<[UInt8], Failure> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A thread of its own: those that tasks share must not wait.
        DispatchQueue(label: "accord.given").async {
          continuation.resume(returning: run(until: ended))
        }
      }
    } onCancel: {
      ended.set()
    }
    return try result.get()
  }
}

/// That nobody waits for a command any more.
final class CancelMark: Sendable {
  private let mark = Atomic(false)

  var isSet: Bool { mark.load(ordering: .relaxed) }

  func set() { mark.store(true, ordering: .relaxed) }
}

extension CommandOutput {
  private func run(until cancellation: CancelMark) -> Result<[UInt8], Failure> {
    guard let output = Pipe(), let errors = Pipe(keepsEnd: true) else {
      return .failure(.notStarted(code: errno))
    }
    var pid: pid_t = 0
    let code = start(&pid, output, errors)
    output.closeWriting()
    errors.closeWriting()
    guard code == 0 else { return .failure(.notStarted(code: code)) }
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(timeout)
    var status: Int32 = 0
    while true {
      let isOpen = read(output, errors)
      if waitpid(pid, &status, WNOHANG) == pid { break }
      let isLate = clock.now >= deadline
      guard isLate || cancellation.isSet || output.isOver else {
        if !isOpen { usleep(UInt32(Self.tick) * 1_000) }
        continue
      }
      // What it started goes with it.
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      if cancellation.isSet { return .failure(.cancelled) }
      if output.isOver { return .failure(.tooLong) }
      return .failure(.timeout(seconds: timeout, lastLine: errors.lastLine))
    }
    // What it wrote last is still in the pipes.
    while read(output, errors, waiting: 0) {}
    if output.isOver { return .failure(.tooLong) }
    let signal = status & 0x7F
    guard signal == 0 else { return .failure(.signal(signal, lastLine: errors.lastLine)) }
    let exit = (status >> 8) & 0xFF
    guard exit == 0 else { return .failure(.status(exit, lastLine: errors.lastLine)) }
    return .success(output.bytes)
  }

  /// Reads what is there, and waits for it a while; tells whether anything came.
  @discardableResult
  private func read(_ output: Pipe, _ errors: Pipe, waiting: Int32 = Self.tick) -> Bool {
    var places = [output, errors].filter(\.isOpen).map {
      pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0)
    }
    guard !places.isEmpty, poll(&places, nfds_t(places.count), waiting) > 0 else { return false }
    var hasRead = false
    for pipe in [output, errors]
    where places.contains(where: { $0.fd == pipe.reading && $0.revents != 0 }) {
      if pipe.read() { hasRead = true }
    }
    return hasRead
  }

  private func start(_ pid: inout pid_t, _ output: Pipe, _ errors: Pipe) -> Int32 {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    var flags = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var flags: Int32 = 0
    #endif
    flags |= Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK)
    flags |= Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // A process inherits what its parent ignores and blocks.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // A group of its own, so that it ends whole.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return Self.withPointers(words) { arguments in
      Self.withPointers(variables) { variables in
        posix_spawnp(&pid, words[0], &actions, &attributes, arguments, variables)
      }
    }
  }

  /// Calls `body` with the texts as C wants them: pointers, the last of them null.
  private static func withPointers<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }

  /// A pipe of which this process reads.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32
    private(set) var isOpen = true
    private(set) var bytes: [UInt8] = []

    /// Whether more came than is read.
    var isOver: Bool { bytes.count > CommandOutput.limit }

    private let keepsEnd: Bool

    init?(keepsEnd: Bool = false) {
      self.keepsEnd = keepsEnd
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    deinit {
      close(reading)
      closeWriting()
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    /// Reads what is there; of standard error the end is kept.
    func read() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = readBytes(reading, &buffer)
      guard count > 0 else {
        if count == 0 || errno != EINTR { isOpen = false }
        return false
      }
      if isOver {
        guard keepsEnd else { return true }
        bytes.removeFirst(CommandOutput.limit / 2)
      }
      bytes += buffer[..<count]
      return true
    }

    /// The last line with a sign in it, no longer than a line should be.
    var lastLine: String? {
      String(decoding: bytes, as: UTF8.self)
        .split(whereSeparator: \.isNewline)
        .last { $0.contains { !$0.isWhitespace } }
        .map { String($0.prefix(200)) }
    }
  }
}

extension CommandOutput.Failure {
  /// The number of an error in words.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// The call of POSIX, whose name is taken.
private func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}
