import AccordSchema
import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A headless Chromium, spoken to by the Chrome DevTools Protocol over its pipes, so that neither a
/// port nor a driver is needed.
///
/// The messages are JSON texts that end with a zero byte (`--remote-debugging-pipe`).
@MainActor
final class Browser {
  /// The browser that all tests share; it ends when the tests do, because its pipe is closed then.
  static let shared = Result { try Browser() }

  /// The program: what `ACCORD_CHROMIUM` names, or one of the usual names in the path.
  nonisolated static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["ACCORD_CHROMIUM"] { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Why the tests do not run where there is none.
  nonisolated static let absence =
    "There is no Chromium in the path, and ACCORD_CHROMIUM does not name one."

  /// What goes wrong.
  enum Failure: Error {
    case isAbsent
    case ended
    case silent(seconds: Int32)
    case refused(method: String, answer: String)
  }

  /// The longest that is waited for a message, in seconds.
  private static let patience: Int32 = 60

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received = Data()
  private var lastCommand = 0
  private var page: String?
  /// What happened in the pages and was not asked for, in order.
  private(set) var events: [JSON] = []

  /// Starts a browser.
  init() throws {
    guard let program = Self.program else { throw Failure.isAbsent }
    let profile = FileManager.default.temporaryDirectory
      .appending(path: "accord-browser-\(UUID().uuidString)")
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", #"profile=$0; "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1; rm -rf "$profile""#,
      profile.path, program, "--headless=new",
      "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
      "--user-data-dir=\(profile.path)", "--remote-debugging-pipe", "about:blank",
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// Opens a page and closes the one before; its session is what commands are sent to.
  func open() throws -> String {
    if let page { try send("Target.closeTarget", ["targetId": .string(page)]) }
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"]?.string ?? ""
    page = target
    events = []
    let parameters: JSON = ["targetId": .string(target), "flatten": true]
    return try send("Target.attachToTarget", parameters)["sessionId"]?.string ?? ""
  }

  /// Sends a command and waits for its answer.
  @discardableResult
  func send(_ method: String, _ parameters: JSON = [:], to session: String? = nil) throws -> JSON {
    lastCommand += 1
    let id = JSON.number(JSONNumber(lastCommand))
    var members = [
      JSONMember("id", id), JSONMember("method", .string(method)), JSONMember("params", parameters),
    ]
    if let session { members.append(JSONMember("sessionId", .string(session))) }
    input.fileHandleForWriting.write(Data(JSON.object(members).bytes() + [0]))
    while true {
      let message = try receive()
      guard message["id"] == id else {
        events.append(message)
        continue
      }
      guard let result = message["result"] else {
        throw Failure.refused(method: method, answer: message.text())
      }
      return result
    }
  }

  /// Waits for something to happen in a page.
  func wait(for event: String, in session: String) throws {
    func isWanted(_ message: JSON) -> Bool {
      message["method"]?.string == event && message["sessionId"]?.string == session
    }
    while !events.contains(where: isWanted) { events.append(try receive()) }
    events.removeAll(where: isWanted)
  }

  private func receive() throws -> JSON {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = [UInt8](received[..<end])
        received.removeSubrange(...end)
        return try JSONDocument(parsing: message).root.value
      }
      let handle = output.fileHandleForReading
      var ready = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Self.patience * 1_000) > 0 else {
        throw Failure.silent(seconds: Self.patience)
      }
      let data = handle.availableData
      guard !data.isEmpty else { throw Failure.ended }
      received.append(data)
    }
  }
}
