import Accord
import AccordMocking
import AccordModel
import AccordReporting
import Foundation
import Testing

@testable import AccordTraffic

/// A HAR file that Chromium wrote, of a page that called the mock.
struct ChromiumTests {
  /// What the page does.
  static let script = """
    (async () => {
      const json = {"Content-Type": "application/json", "X-Token": "accord-mock-token"};
      const get = (path, token) => fetch(path, token ? {headers: {"X-Token": token}} : {});
      await get("/books/7", "accord-mock-token");
      await get("/books/seven", "accord-mock-token");
      await get("/books/7");
      await fetch("/books", {method: "POST", headers: json, body: JSON.stringify({title: "Émma"})});
      await fetch("/books", {method: "POST", headers: json, body: "{"});
      await get("/books?page=1");
      await fetch("data:text/plain,hello");
      await new Promise(done => {
        const socket = new WebSocket(`ws://${location.host}/socket`);
        socket.onerror = done;
        socket.onopen = done;
      });
      return "done";
    })()
    """

  /// What is said of the file: a line for each exchange.
  static let lines = [
    "books.list GET 200 conforms",
    "books.get GET 200 conforms", "books.get GET 400 conforms",
    "books.get GET 401 conforms", "books.add POST 201 conforms", "books.add POST 400 conforms",
    "books.list GET 200 conforms",
  ]

  /// What is listed, by scheme and path; but for the icon, which a browser asks for when it likes.
  static let unjudged = [
    "GET data:text/plain,hello data: is no address of HTTP.",
    "GET ws /socket It is a WebSocket, of which no contract speaks.",
  ]

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Files")

  /// The program: what `ACCORD_CHROMIUM` names, or one of the usual names in the path.
  static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["ACCORD_CHROMIUM"] { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test("a file that Chromium wrote once")
  func theStoredFileIsJudged() throws {
    let stored = Self.file.appending(path: "chromium-156.har")
    try expectJudged([UInt8](Data(contentsOf: stored)))
  }

  @Test(
    "a file that Chromium writes now",
    .enabled(
      if: program != nil,
      "There is no Chromium in the path, and ACCORD_CHROMIUM names none."
    )
  )
  func aNewFileIsJudged() async throws {
    let mock = try await Mock([Books.suite]).start()
    let address = "http://127.0.0.1:\(mock.port)"
    let bytes = try await Self.written(of: "\(address)/books")
    await mock.stop()
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] != nil {
      try Data(bytes).write(to: Self.file.appending(path: "chromium-156.har"))
      Issue.record("recorded chromium-156.har")
    }
    try expectJudged(bytes)
  }

  private static func written(of address: String) async throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", file.appending(path: "chromium_har.py").path, program ?? "chromium", address,
      script,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    // The mock answers on threads that must not wait for this one.
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data()) }
        )
      }
    }
  }

  private func expectJudged(_ bytes: [UInt8]) throws {
    let archive = try HARArchive(reading: bytes, named: "chromium.har")
    #expect(archive.creator?.hasPrefix("WebInspector ") == true)
    let report = TrafficRun([TrafficTarget(Books.suite)], subject: "chromium.har")
      .report(on: archive)
    let cases = report.record.suites[0].cases
    #expect(
      cases.map { record in
        let exchange = record.exchanges.first
        return "\(record.contract) \(exchange?.request.method ?? "") "
          + "\(exchange?.response?.status ?? 0) \(Self.name(of: record.verdict))"
      } == Self.lines
    )
    let unjudged = report.unjudged.filter { !$0.name.hasSuffix("/favicon.ico") }
    let listed = unjudged.map { entry -> String in
      let parts = entry.name.split(separator: "://", maxSplits: 1)
      guard parts.count == 2, let slash = parts[1].firstIndex(of: "/") else {
        return "\(entry.name) \(entry.reason)"
      }
      return "\(parts[0]) \(parts[1][slash...]) \(entry.reason)"
    }
    #expect(listed.sorted() == Self.unjudged.sorted())
    #expect(report.record.exitStatus == 0)
    #expect(!String(describing: cases.map(\.exchanges)).contains("accord-mock-token"))
  }

  private static func name(of verdict: Verdict) -> String {
    switch verdict {
    case .conforms: "conforms"
    case .notChecked(let reason): "not checked: \(reason)"
    case .violates: "violates"
    case .skipped(let reason): "skipped: \(reason)"
    case .failed(let reason): "failed: \(reason)"
    case .notRun(let reason): "not run: \(reason)"
    }
  }
}
