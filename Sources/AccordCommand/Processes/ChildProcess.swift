@preconcurrency import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that the tool starts: in a group of its own, so that a signal for the tool is not one for it.
struct ChildProcess {
  /// What is done with what it writes.
  enum Output {
    /// It goes where the tool's own goes.
    case inherited
    /// It is written to these descriptors: standard output and standard error.
    case piped(Int32, Int32)
  }

  /// The number of the process.
  let id: pid_t

  /// Starts a program, looked for in `PATH`; throws the number of the error.
  init(
    _ words: [String],
    environment: [String: String],
    _ output: Output
  ) throws(Failure) {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if case .piped(let out, let err) = output {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, out, 1)
      posix_spawn_file_actions_adddup2(&actions, err, 2)
    }
    // A process inherits what its parent ignores and blocks.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var id: pid_t = 0
    let code = Self.withPointers(words) { arguments in
      Self.withPointers(variables) { variables in
        posix_spawnp(&id, words[0], &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw Failure(program: words[0], code: code) }
    self.id = id
  }

  /// The status with which it ended; `nil` while it runs.
  ///
  /// That of one that a signal ended is 128 and the number of the signal, as shells have it.
  func ended(waiting: Bool = false) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(id, &status, waiting ? 0 : WNOHANG)
      if found < 0, errno == EINTR { continue }
      guard found == id else { return found < 0 ? 2 : nil }
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
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
}

extension ChildProcess {
  /// Why a program could not be started.
  struct Failure: Error, CustomStringConvertible {
    let program: String
    let code: Int32

    /// What was expected, what happened, and what to do.
    var description: String {
      "The program \(program) could not be started: \(String(cString: strerror(code)))."
    }
  }

  /// What a program wrote, and its status.
  struct Written {
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
  }

  /// Runs a program to its end.
  static func run(
    _ words: [String],
    environment: [String: String]
  ) throws(Failure) -> Written {
    var out: [Int32] = [0, 0]
    var err: [Int32] = [0, 0]
    guard pipe(&out) == 0 else { throw Failure(program: words[0], code: errno) }
    guard pipe(&err) == 0 else {
      let code = errno
      out.forEach { close($0) }
      throw Failure(program: words[0], code: code)
    }
    for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { [out[0], err[0]].forEach { close($0) } }
    let process: ChildProcess
    do throws(Failure) {
      process = try ChildProcess(words, environment: environment, .piped(out[1], err[1]))
    } catch {
      [out[1], err[1]].forEach { close($0) }
      throw error
    }
    [out[1], err[1]].forEach { close($0) }
    // Both at once: a program that waits for its errors to be read writes nothing more.
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var open = [out[0], err[0]]
    while !open.isEmpty {
      var places = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&places, nfds_t(places.count), -1) > 0 else { continue }
      for place in places where place.revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = readBytes(place.fd, &buffer)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          open.removeAll { $0 == place.fd }
          continue
        }
        if place.fd == out[0] { output += buffer[..<count] } else { errors += buffer[..<count] }
      }
    }
    return Written(status: process.ended(waiting: true) ?? 2, output: output, errors: errors)
  }
}

/// The call of POSIX, whose name is taken.
private func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}
