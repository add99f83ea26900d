import Accord
import AccordModel
import AccordSchema
import Synchronization

/// A server of notes, and the ways in which it may be wrong or do the same otherwise.
final class NoteServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case noLocation, locationNowhere, locationOfAnother, takesAgain, losesOne, repeatsOne, tooMany
    case loops, linkSkips, offsetIgnored
  }

  enum Variation: CaseIterable, Sendable {
    case absoluteLocation, relativeLocation, absoluteLinks, manyLinks, emptyPage, nullCursor
  }

  private let fault: Fault?
  private let variation: Variation?

  /// The keys of the notes that were taken.
  private let keys = Mutex<[String?]>([])

  init(fault: Fault? = nil, variation: Variation? = nil) {
    self.fault = fault
    self.variation = variation
  }

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let halves = request.target.split(separator: "?", maxSplits: 1).map(String.init)
    let parts = halves[0].split(separator: "/").map(String.init)
    var query: [String: Int] = [:]
    for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
      let parts = pair.split(separator: "=").map(String.init)
      query[parts[0]] = Int(parts[1])
    }
    switch (request.method, parts[0], parts.count) {
    case ("POST", "notes", 1): return add(request)
    case ("PUT", "notes", 2): return Exchange.Response(status: 204)
    case ("GET", "notes", 2):
      return fault == .locationNowhere && parts[1] != "1"
        ? json(404, "{}") : json(200, note(Int(parts[1]) ?? 0))
    case ("GET", "notes", 1): return notes(query["limit"] ?? 5, after: query["after"] ?? 0)
    case ("GET", "tags", 1): return tags(query["n"] ?? 5, after: query["last"] ?? 0)
    case ("GET", "words", 1):
      let offset = fault == .offsetIgnored ? 0 : query["offset"] ?? 0
      let items = (1...5).dropFirst(offset).prefix(query["limit"] ?? 5).map(note)
      return json(200, "[\(items.joined(separator: ","))]")
    default: return json(404, "{}")
    }
  }

  private func add(_ request: Exchange.Request) -> Exchange.Response {
    let key = request.fields.values(of: "Idempotency-Key").first
    let id = keys.withLock { keys in
      if fault != .takesAgain, key != nil, let index = keys.firstIndex(of: key) {
        return index + 10
      }
      keys.append(key)
      return keys.count + 9
    }
    let location =
      switch (fault, variation) {
      case (.locationOfAnother, _): "/notes/1"
      case (_, .absoluteLocation): "http://server.example/notes/\(id)"
      case (_, .relativeLocation): "notes/\(id)"
      default: "/notes/\(id)"
      }
    return json(201, note(id), fault == .noLocation ? [] : [Field("Location", location)])
  }

  private func notes(_ limit: Int, after: Int) -> Exchange.Response {
    var numbers = Array((1...5).dropFirst(after).prefix(fault == .tooMany ? 5 : limit))
    var next = after + numbers.count
    switch (fault, variation) {
    case (.losesOne, _) where after == 2: numbers.removeFirst()
    case (.repeatsOne, _) where after == 2: numbers[0] = 2
    case (.loops, _): next = after
    case (_, .emptyPage) where after == 2 && limit == 2:
      numbers = []
      next = 12
    case (_, .emptyPage) where after == 12:
      numbers = [3, 4]
      next = 4
    default: break
    }
    let items = numbers.map(note).joined(separator: ",")
    let end = variation == .nullCursor ? #","next":"""# : ""
    let cursor = next < 5 || next == 12 ? #","next":"\#(next)""# : end
    return json(200, #"{"notes":[\#(items)],"total":5\#(cursor)}"#)
  }

  private func tags(_ count: Int, after: Int) -> Exchange.Response {
    let numbers = Array((1...5).dropFirst(after).prefix(count))
    let next = after + numbers.count + (fault == .linkSkips ? 1 : 0)
    let items = numbers.map { #""t\#($0)""# }.joined(separator: ",")
    guard next < 5 else { return json(200, "[\(items)]") }
    let path = "/tags?n=\(count)&last=\(next)"
    let link =
      switch variation {
      case .absoluteLinks: "<http://server.example\(path)>; rel=\"next\""
      case .manyLinks: "</tags>; rel=\"first\"; title=\"a, b\", <\(path)> ; rel=\"last next\""
      default: "<\(path)>; rel=next"
      }
    return json(200, "[\(items)]", [Field("Link", link)])
  }

  private func note(_ id: Int) -> String { #"{"id":\#(id),"text":"A"}"# }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")] + fields,
      body: Array(text.utf8)
    )
  }
}
