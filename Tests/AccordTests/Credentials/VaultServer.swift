import Accord
import AccordSchema
import Foundation
import Synchronization

/// A server of things as teams write them, which knows nothing of contracts, and the ways in which it
/// may be wrong about its callers.
final class VaultServer: Sendable {
  /// Who may come in: looks at a request, and says whether its caller is known; `nil` is nobody.
  typealias Guard = @Sendable (Exchange.Request) -> Bool?

  enum Fault: Sendable {
    /// It answers everybody.
    case letsEverybodyIn
    /// It answers whoever shows anything.
    case takesAnything
    /// It answers nobody.
    case turnsAllAway
  }

  private let guardian: Guard
  private let fault: Fault?
  private let issue: @Sendable (Exchange.Request, Int) -> Exchange.Response?
  private let log = Mutex<[Exchange.Request]>([])

  init(
    fault: Fault? = nil,
    issue: @escaping @Sendable (Exchange.Request, Int) -> Exchange.Response? = { _, _ in nil },
    _ guardian: @escaping Guard
  ) {
    self.guardian = guardian
    self.fault = fault
    self.issue = issue
  }

  /// What it was asked.
  var requests: [Exchange.Request] { log.withLock { $0 } }

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let count = log.withLock { log in
      log.append(request)
      return log.count
    }
    if let answer = issue(request, count) { return answer }
    guard Self.path(of: request) == "/things" else { return Exchange.Response(status: 404) }
    let isKnown =
      switch fault {
      case .letsEverybodyIn: true
      case .takesAnything: guardian(request) != nil
      case .turnsAllAway: false
      case nil: guardian(request) == true
      }
    guard isKnown else { return Self.problem(401, "Who are you?") }
    guard request.method == "POST" else { return list(request) }
    guard let name = (try? JSONDocument(parsing: request.body))?.root["name"]?.string,
      !name.isEmpty
    else {
      return Self.problem(422, "It has no name.")
    }
    return Self.json(201, #"{"id":4,"name":"\#(name)"}"#)
  }

  private func list(_ request: Exchange.Request) -> Exchange.Response {
    let limit = Self.query(of: request).first { $0.0 == "limit" }.map { Int($0.1) ?? 0 } ?? 3
    guard (1...100).contains(limit) else { return Self.problem(422, "No such limit.") }
    let things = (1...min(3, limit)).map { #"{"id":\#($0),"name":"lamp"}"# }
    return Self.json(200, "[\(things.joined(separator: ","))]")
  }

  static func problem(_ status: Int, _ title: String) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/problem+json")],
      body: Array(#"{"title":"\#(title)","status":\#(status)}"#.utf8)
    )
  }

  static func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")] + fields,
      body: Array(text.utf8)
    )
  }

  static func path(of request: Exchange.Request) -> String {
    URLComponents(string: request.target)?.path ?? ""
  }

  static func query(of request: Exchange.Request) -> [(String, String)] {
    (URLComponents(string: request.target)?.queryItems ?? []).map { ($0.name, $0.value ?? "") }
  }

  static func form(of request: Exchange.Request) -> [String: String] {
    let items = URLComponents(string: "?" + String(decoding: request.body, as: UTF8.self))
    return Dictionary(
      (items?.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// User and password of HTTP Basic.
  static func account(of request: Exchange.Request) -> String? {
    guard let field = request.fields.values(of: "Authorization").first,
      field.hasPrefix("Basic "), let data = Data(base64Encoded: String(field.dropFirst(6)))
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// The token of a Bearer field.
  static func bearer(of request: Exchange.Request) -> String? {
    guard let field = request.fields.values(of: "Authorization").first,
      field.hasPrefix("Bearer ")
    else { return nil }
    return String(field.dropFirst(7))
  }
}
