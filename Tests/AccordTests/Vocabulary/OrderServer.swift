import Accord
import AccordModel
import AccordSchema

/// A server of orders as teams write them, which knows nothing of contracts, and the ways in which it
/// may be wrong.
struct OrderServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case errorsAsJSON, errorsAsPages, otherStatus, noTitle, anyNumberOfOrders, deletedWithContent
    case brokenTag, noLocation
  }

  var fault: Fault?

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let path = request.target.prefix { $0 != "?" }
    let parts = path.split(separator: "/")
    guard parts.first == "orders", parts.count <= 2 else { return problem(404) }
    guard parts.count == 2 else {
      switch request.method {
      case "GET": return list(request)
      case "POST": return add(request)
      default: return problem(405, [Field("Allow", "GET, POST")])
      }
    }
    guard let id = Int(parts[1]) else { return problem(422) }
    guard (1...3).contains(id) else { return problem(fault == .otherStatus ? 400 : 404) }
    switch request.method {
    case "GET": return json(200, order(id, "lamp"))
    case "DELETE":
      return fault == .deletedWithContent
        ? json(200, order(id, "lamp")) : Exchange.Response(status: 204, fields: [])
    case "PATCH":
      guard let article = article(in: request) else { return problem(422) }
      return json(200, order(id, article))
    default: return problem(405, [Field("Allow", "GET, DELETE, PATCH")])
    }
  }

  private func list(_ request: Exchange.Request) -> Exchange.Response {
    let query = request.target.split(separator: "?").dropFirst().first ?? ""
    var limit = 3
    for pair in query.split(separator: "&") where pair.hasPrefix("limit=") {
      let number = Int(pair.dropFirst(6))
      guard fault == .anyNumberOfOrders || number.map((1...100).contains) == true else {
        return problem(422)
      }
      limit = min(limit, number ?? limit)
    }
    let orders = (1...max(1, limit)).map { order($0, "lamp") }.joined(separator: ",")
    return json(200, "[\(orders)]", [Field("ETag", fault == .brokenTag ? "abc" : "\"abc\"")])
  }

  private func add(_ request: Exchange.Request) -> Exchange.Response {
    guard (try? JSONDocument(parsing: request.body)) != nil else { return problem(400) }
    guard let article = article(in: request) else { return problem(422) }
    let fields = fault == .noLocation ? [] : [Field("Location", "/orders/4")]
    return json(201, order(4, article), fields)
  }

  private func article(in request: Exchange.Request) -> String? {
    let body = try? JSONDocument(parsing: request.body).root
    guard let article = body?["article"]?.string, !article.isEmpty else { return nil }
    return article
  }

  private func order(_ id: Int, _ article: String) -> String {
    #"{"id":\#(id),"article":"\#(article)"}"#
  }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    let type = Field("Content-Type", "application/json")
    return Exchange.Response(status: status, fields: [type] + fields, body: Array(text.utf8))
  }

  private func problem(_ status: Int, _ fields: [Field] = []) -> Exchange.Response {
    let types = [
      Fault.errorsAsJSON: "application/json", .errorsAsPages: "text/html; charset=utf-8",
    ]
    let type = fault.flatMap { types[$0] } ?? "application/problem+json"
    let body =
      switch fault {
      case .errorsAsPages: "<p>No."
      case .noTitle: #"{"status":\#(status)}"#
      default: #"{"title":"No.","status":\#(status),"trace":"7"}"#
      }
    return Exchange.Response(
      status: status,
      fields: [Field("Content-Type", type)] + fields,
      body: Array(body.utf8)
    )
  }
}
