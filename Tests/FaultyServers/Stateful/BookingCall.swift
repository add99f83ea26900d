import Accord

/// A request as the server of bookings reads it.
struct BookingCall {
  /// Why a request is refused whatever the state, with its status.
  enum Refusal: Equatable {
    case token, wrongToken, desk, wrongDesk, version, method, id, unknownID, mail, mediaType, accept
    case malformed, member, value

    var status: Int {
      switch self {
      case .token, .wrongToken: 401
      case .desk, .wrongDesk, .version, .malformed: 400
      case .method: 405
      case .id, .unknownID: 404
      case .mail, .member, .value: 422
      case .mediaType: 415
      case .accept: 406
      }
    }
  }

  let request: Exchange.Request
  let method: String
  let version: String?
  let resource: String
  let named: String?
  let act: String?
  let query: Substring
  let body: JSON?

  init(_ request: Exchange.Request) {
    self.request = request
    method = request.method
    let parts = request.target.split(separator: "?", maxSplits: 1)
    query = parts.dropFirst().first ?? ""
    var path = parts[0].split(separator: "/").map(String.init)
    version = path.first?.hasPrefix("v") ?? false ? path.removeFirst() : nil
    resource = path.first ?? ""
    named = path.dropFirst().first
    act = path.dropFirst(2).first
    body = (try? JSONDocument(parsing: request.body))?.root.value
  }

  /// The booking that it is about.
  var id: Int? { named.flatMap { Int($0) } }

  func number(_ member: String) -> Int? { body?[member]?.number?.int }

  func text(_ member: String) -> String? { body?[member]?.string }

  /// The first reason to refuse it.
  func refusal(known: [Int]) -> Refusal? {
    let token = request.fields.values(of: "Authorization").first
    if token == nil { return .token }
    if token != "Bearer t0k3n" { return .wrongToken }
    if method == "GET", act == nil { return target(known) }
    if act == "confirm", method != "POST" { return .method }
    let desk = request.fields.values(of: "X-Desk").first
    if desk == nil { return .desk }
    if desk != "front", desk != "back" { return .wrongDesk }
    if version != "v1" { return .version }
    if let wrong = target(known) { return wrong }
    if query.hasPrefix("mail="), !["mail=guest", "mail=nobody"].contains(query) { return .mail }
    return content
  }

  /// What is wrong with which booking it names.
  private func target(_ known: [Int]) -> Refusal? {
    guard let named else { return nil }
    guard let id = Int(named), id > 0 else { return .id }
    return known.contains(id) ? nil : .unknownID
  }

  /// What is wrong with its content.
  private var content: Refusal? {
    let range: (member: String, values: ClosedRange<Int>)
    switch (method, act) {
    case ("POST", "confirm"): range = ("room", 1...99)
    case ("PUT", nil), ("POST", nil): range = ("nights", 1...30)
    default: return nil
    }
    if let accept = request.fields.values(of: "Accept").first,
      !accept.contains("json"), !accept.contains("*")
    {
      return .accept
    }
    let type = request.fields.values(of: "Content-Type").first ?? ""
    guard type.hasPrefix("application/json") else { return .mediaType }
    guard let members = body?.members else { return .malformed }
    guard let value = members.last(where: { $0.key == range.member })?.value, !value.isNull else {
      return .member
    }
    if method == "POST", act == nil, text("guest")?.isEmpty ?? true { return .member }
    guard let number = value.number?.int, range.values.contains(number) else { return .value }
    return nil
  }
}
