import AccordSchema
import Foundation

@testable import AccordReporting

/// One page in a browser.
@MainActor
final class Tab {
  /// The browser.
  let browser: Browser
  /// The file that is shown.
  let file: URL
  private let session: String

  /// Where pages are kept to be looked at; they are removed unless `ACCORD_PAGES` names a folder.
  private nonisolated static let kept = ProcessInfo.processInfo.environment["ACCORD_PAGES"]
  private nonisolated static let isKept = kept != nil
  private nonisolated static let folder =
    kept.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory

  /// Opens the page of a run.
  ///
  /// The address may end with a query and a fragment; without scripts only the test's own run.
  convenience init(
    _ run: RunRecord,
    at suffix: String = "",
    width: Int = 1_280,
    isDark: Bool = false,
    hasScripts: Bool = true
  ) throws {
    try self.init(
      page: HTMLFormat().text(for: run),
      at: suffix,
      width: width,
      isDark: isDark,
      hasScripts: hasScripts
    )
  }

  /// Opens a page that is written already.
  init(
    page: String,
    at suffix: String = "",
    width: Int = 1_280,
    isDark: Bool = false,
    hasScripts: Bool = true
  ) throws {
    browser = try Browser.shared.get()
    file = Self.folder.appending(path: "accord-page-\(UUID().uuidString).html")
    try Data(page.utf8).write(to: file)
    session = try browser.open()
    for domain in ["Page", "Network", "Runtime", "Log"] { try send("\(domain).enable") }
    try send(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(JSONNumber(width)), "height": 900, "deviceScaleFactor": 1,
        "mobile": .boolean(width < 600),
      ]
    )
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]]
    )
    if !hasScripts { try send("Emulation.setScriptExecutionDisabled", ["value": true]) }
    try open(suffix)
  }

  deinit {
    if !Self.isKept { try? FileManager.default.removeItem(at: file) }
  }

  /// Goes to the page again, with this query and fragment.
  func open(_ suffix: String) throws {
    try send("Page.navigate", ["url": .string("file://\(file.path)\(suffix)")])
    try browser.wait(for: "Page.loadEventFired", in: session)
  }

  /// The value of an expression in the page.
  @discardableResult
  func evaluate(_ expression: String) throws -> JSON {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": .string(expression), "returnByValue": true, "awaitPromise": true]
    )
    guard answer["exceptionDetails"] == nil, let result = answer["result"] else {
      throw Browser.Failure.refused(method: expression, answer: answer.text())
    }
    return result["value"] ?? nil
  }

  /// The names of the cases that are listed.
  func listed() throws -> [String] {
    let names = try evaluate(
      """
      [...document.querySelectorAll(".case")].filter(fold => fold.offsetParent)
        .map(fold => fold.querySelector("code").textContent)
      """
    )
    return names.elements?.compactMap(\.string) ?? []
  }

  /// Puts a value into a field of the filter as a reader does, and waits for the list.
  func filter(_ name: String, _ value: String) throws {
    try evaluate(
      """
      (async () => {
        const field = document.getElementById("filter").elements["\(name)"];
        field.value = \(JSON.quoted(value));
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise(done => setTimeout(done, 200));
      })()
      """
    )
  }

  /// The colour at a place of a screenshot, as red, green and blue.
  func colour(x: Int, y: Int) throws -> [Int] {
    let picture = try send("Page.captureScreenshot")["data"]?.string ?? ""
    // The page itself may not load pictures: an empty one reads it.
    try send("Page.navigate", ["url": "about:blank"])
    try browser.wait(for: "Page.loadEventFired", in: session)
    let colour = try evaluate(
      """
      (async () => {
        const picture = new Image();
        picture.src = "data:image/png;base64,\(picture)";
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        canvas.drawImage(picture, 0, 0);
        return [...canvas.getImageData(\(x), \(y), 1, 1).data].slice(0, 3);
      })()
      """
    )
    return colour.elements?.compactMap { $0.number.flatMap { Int($0.text) } } ?? []
  }

  /// The addresses that the page asked for, itself apart.
  var requests: [String] {
    browser.events
      .filter { $0["method"]?.string == "Network.requestWillBeSent" }
      .compactMap { $0["params"]?["request"]?["url"]?.string }
      .filter { !$0.hasPrefix("file://\(file.path)") && !$0.hasPrefix("data:") }
  }

  @discardableResult
  private func send(_ method: String, _ parameters: JSON = [:]) throws -> JSON {
    try browser.send(method, parameters, to: session)
  }
}
