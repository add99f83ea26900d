import Accord
import AccordModel
import AccordSchema
import Synchronization

/// A server of uploads that knows nothing of contracts, and the ways in which it may be wrong.
final class UploadServer: Sendable {
  enum Fault: String, CaseIterable, Sendable {
    case noLocation, locationNowhere, otherServer, allowedServer, idAsText, neverDone, beginFails
    case renameFails, removeDoesNothing, removeFails, dropsRename
  }

  private struct State {
    var uploads: [Int: (name: String, asked: Int)] = [:]
    var next = 7
    var requests: [Exchange.Request] = []
  }

  let fault: Fault?

  /// How often an upload is asked for before it is done.
  let work: Int

  /// Hears of every request before it is answered.
  private let hook: @Sendable (String) -> Void

  private let state = Mutex(State())

  init(fault: Fault? = nil, work: Int = 2, hook: @escaping @Sendable (String) -> Void = { _ in }) {
    self.fault = fault
    self.work = work
    self.hook = hook
  }

  /// The requests so far, such as `GET /uploads/7`.
  var lines: [String] { requests.map { "\($0.method) \($0.target)" } }

  var requests: [Exchange.Request] { state.withLock { $0.requests } }

  /// The uploads that are kept.
  var kept: [Int] { state.withLock { $0.uploads.keys.sorted() } }

  func outcome(_ request: Exchange.Request) -> Exchange.Outcome {
    hook("\(request.method) \(request.target)")
    return state.withLock { state in
      state.requests.append(request)
      if fault == .dropsRename, request.method == "PUT" {
        return .failed(ExchangeFailure(.reset, "The connection was reset."), partial: nil)
      }
      return .answered(answer(request, &state))
    }
  }

  private func answer(
    _ request: Exchange.Request,
    _ state: inout State
  ) -> Exchange.Response {
    let isForeign = request.origin == "http://files.example"
    let token = request.fields.values(of: "Authorization").first
    guard isForeign || token == "Bearer a-secret-of-uploads" else { return error(401) }
    let parts = request.target.split(separator: "/")
    guard parts.first == "uploads" else { return error(404) }
    if parts.count == 1 { return begin(request, &state) }
    guard let id = Int(parts[1]), state.uploads[id] != nil else { return error(404) }
    switch request.method {
    case "GET":
      state.uploads[id]?.asked += 1
    case "PUT":
      if fault == .renameFails { return error(500) }
      state.uploads[id]?.name = name(in: request)
    case "DELETE":
      if fault == .removeFails { return error(500) }
      if fault != .removeDoesNothing { state.uploads[id] = nil }
      return Exchange.Response(status: 204, fields: [])
    default: return error(405)
    }
    return json(200, upload(id, state))
  }

  private func begin(_ request: Exchange.Request, _ state: inout State) -> Exchange.Response {
    if fault == .beginFails { return error(500) }
    let id = state.next
    state.next += 1
    state.uploads[id] = (name(in: request), 0)
    let location =
      switch fault {
      case .noLocation: [Field]()
      case .locationNowhere: [Field("Location", "/uploads/99")]
      case .otherServer: [Field("Location", "http://evil.example/uploads/\(id)")]
      case .allowedServer: [Field("Location", "http://files.example/uploads/\(id)")]
      default: [Field("Location", "/uploads/\(id)")]
      }
    return json(202, upload(id, state), location)
  }

  private func name(in request: Exchange.Request) -> String {
    (try? JSONDocument(parsing: request.body))?.root["name"]?.string ?? ""
  }

  private func upload(_ id: Int, _ state: State) -> String {
    let upload = state.uploads[id]
    let isDone = fault != .neverDone && (upload?.asked ?? 0) >= work
    let number = fault == .idAsText ? "\"\(id)\"" : "\(id)"
    let state = isDone ? "done" : "pending"
    return #"{"id":\#(number),"name":"\#(upload?.name ?? "")","state":"\#(state)"}"#
  }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    let type = Field("Content-Type", "application/json")
    return Exchange.Response(status: status, fields: [type] + fields, body: Array(text.utf8))
  }

  private func error(_ status: Int) -> Exchange.Response {
    let fields = status == 401 ? [Field("WWW-Authenticate", "Bearer")] : []
    return Exchange.Response(status: status, fields: fields)
  }
}
