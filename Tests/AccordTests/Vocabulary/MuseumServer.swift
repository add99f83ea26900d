import Accord
import AccordModel
import AccordSchema

/// A server of pictures that takes its requests apart itself, and the ways in which it may be wrong.
struct MuseumServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case readsFirstItem, anySize, anyHeader, anyCookie, noSlashes, numbersAsText, latestIsANumber
  }

  var fault: Fault?

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let halves = request.target.split(separator: "?", maxSplits: 1).map(String.init)
    let parts = halves[0].split(separator: "/").map { PercentEncoding.decode(String($0)) }
    let query = halves.count > 1 ? halves[1] : ""
    switch (request.method, parts.first, parts.count) {
    case ("POST", "pictures", 1): return created(request)
    case ("GET", "pictures", 1): return search(request, query)
    case ("GET", "pictures", 2) where parts[1] == "latest" && fault != .latestIsANumber:
      return json(202, #"{"latest":1}"#)
    case ("GET", "pictures", 2): return pictures(parts[1])
    case ("GET", "collections", 3...) where parts.last == "size":
      return collection(parts.dropFirst().dropLast())
    default: return json(404, "{}")
    }
  }

  private func search(_ request: Exchange.Request, _ query: String) -> Exchange.Response {
    var fields: [(name: String, value: String)] = []
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return json(400, "{}") }
      fields.append((PercentEncoding.decode(parts[0]), parts[1]))
    }
    guard let tag = fields.first(where: { $0.name == "tag" }) else { return json(400, "{}") }
    var tags = tag.value.split(separator: ",").map { PercentEncoding.decode(String($0)) }
    if fault == .readsFirstItem { tags.removeFirst() }
    let letters = "abcdefghijklmnopqrstuvwxyz"
    guard tags.allSatisfy({ $0.allSatisfy(letters.contains) }) else { return json(400, "{}") }
    let sizes = fields.filter { $0.name.hasPrefix("size[") }
    guard fault == .anySize || sizes.isEmpty || sizes.count == 2 else { return json(400, "{}") }
    guard fault == .anySize || sizes.allSatisfy({ (Int($0.value) ?? 0) > 0 }) else {
      return json(400, "{}")
    }
    if fault != .anyHeader, let page = request.fields.values(of: "x-page").first {
      guard (Int(page) ?? 0) > 0 else { return json(400, "{}") }
    }
    for cookie in request.fields.values(of: "Cookie").joined().split(separator: "; ") {
      guard fault == .anyCookie || ["theme=dark", "theme=light"].contains(cookie) else {
        return json(400, "{}")
      }
    }
    return json(200, #"{"found":3}"#)
  }

  private func pictures(_ text: String) -> Exchange.Response {
    let numbers = text.dropFirst().split(separator: ",").map { Int($0) }
    let areRight = fault == .numbersAsText || numbers.allSatisfy { ($0 ?? 0) > 0 }
    guard text.hasPrefix("."), areRight else { return json(400, "{}") }
    return json(200, #"{"found":\#(numbers.count)}"#)
  }

  private func collection(_ names: ArraySlice<String>) -> Exchange.Response {
    guard names.count == 1 || fault != .noSlashes else { return json(404, "{}") }
    let letters = "abcdefghijklmnopqrstuvwxyz"
    guard names.allSatisfy({ $0.allSatisfy(letters.contains) }) else { return json(404, "{}") }
    return json(200, #"{"found":3}"#)
  }

  private func created(_ request: Exchange.Request) -> Exchange.Response {
    let body = String(decoding: request.body, as: UTF8.self)
    guard body == "title=A%20bridge&tag=a&tag=b" || body == "title=A%20bridge" else {
      return json(400, "{}")
    }
    return json(201, #"{"found":1}"#)
  }

  private func json(_ status: Int, _ text: String) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")],
      body: Array(text.utf8)
    )
  }
}
