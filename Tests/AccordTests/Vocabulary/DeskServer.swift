import Accord
import AccordModel
import AccordSchema

/// A server of tickets, and the ways in which it may be wrong or write the same otherwise.
struct DeskServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case notFoundForMethods, noAllow, allowLacksPost, allowsRefused, acceptsAnything, readsAnything
    case optionsLacksPost, tooMany, ignoresStatus, otherTicket, otherTitle, answersItself,
      noLocation
    case brokenLocation
  }

  /// What is as right.
  enum Variation: CaseIterable, Sendable {
    case allowInLines, moreMethods, fewerItems, numbersAsDecimals, htmlBesideLocation
    case absoluteLocation, methodsAsText
  }

  var fault: Fault?
  var variation: Variation?

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let halves = request.target.split(separator: "?", maxSplits: 1).map(String.init)
    let parts = halves[0].split(separator: "/").map(String.init)
    switch (request.method, parts.first, parts.count) {
    case ("GET", "tickets", 1): return list(request, halves.count > 1 ? halves[1] : "")
    case ("POST", "tickets", 1): return add(request)
    case ("OPTIONS", "tickets", 1):
      let methods = fault == .optionsLacksPost ? "GET, OPTIONS" : "GET, POST, OPTIONS, HEAD"
      return Exchange.Response(status: 204, fields: [Field("Allow", methods)])
    case (_, "tickets", 1): return refuse("GET, POST, OPTIONS", request.method)
    case ("GET", "tickets", 2): return json(200, ticket(parts[1], "A", "open"))
    case (_, "tickets", 2): return refuse("GET", request.method)
    case ("GET", "latest", 1): return latest
    default: return json(404, "{}")
    }
  }

  private func refuse(_ methods: String, _ method: String) -> Exchange.Response {
    switch (fault, variation) {
    case (.notFoundForMethods, _): return json(404, "{}")
    case (.noAllow, _): return json(405, "{}")
    case (.allowLacksPost, _): return json(405, "{}", [Field("Allow", "GET, OPTIONS")])
    case (.allowsRefused, _): return json(405, "{}", [Field("Allow", "\(methods), \(method)")])
    case (_, .allowInLines):
      return json(405, "{}", methods.split(separator: ", ").map { Field("Allow", "\($0)") })
    case (_, .moreMethods): return json(405, "{}", [Field("allow", "HEAD,\(methods) , TRACE")])
    case (_, .methodsAsText):
      return Exchange.Response(
        status: 405,
        fields: [Field("Content-Type", "text/plain"), Field("Allow", methods)],
        body: Array("Method Not Allowed".utf8)
      )
    default: return json(405, "{}", [Field("Allow", methods)])
    }
  }

  private func list(_ request: Exchange.Request, _ query: String) -> Exchange.Response {
    let accept = request.fields.values(of: "Accept").first ?? "*/*"
    guard fault == .acceptsAnything || accept != "application/vnd.accord.unknown" else {
      return json(406, "{}")
    }
    var items = [("1", "open"), ("2", "done"), ("3", "done")]
    for pair in query.split(separator: "&") {
      if pair.hasPrefix("limit="), fault != .tooMany, let limit = Int(pair.dropFirst(6)) {
        items = Array(items.prefix(variation == .fewerItems ? 0 : limit))
      }
      if pair.hasPrefix("status="), fault != .ignoresStatus {
        items.removeAll { $0.1 != String(pair.dropFirst(7)) }
      }
    }
    let tickets = items.map { ticket($0.0, "A", $0.1) }.joined(separator: ",")
    return json(200, #"{"tickets":[\#(tickets)]}"#)
  }

  private func add(_ request: Exchange.Request) -> Exchange.Response {
    let type = request.fields.values(of: "Content-Type").first ?? ""
    guard fault == .readsAnything || type.hasPrefix("application/json") else {
      return json(415, "{}")
    }
    let title = (try? JSONDocument(parsing: request.body).root)?["title"]?.string ?? ""
    return json(201, ticket("4", fault == .otherTitle ? title.uppercased() : title, "open"))
  }

  private var latest: Exchange.Response {
    switch (fault, variation) {
    case (.answersItself, _): return json(200, ticket("3", "A", "open"))
    case (.noLocation, _): return Exchange.Response(status: 303)
    case (.brokenLocation, _):
      return Exchange.Response(status: 303, fields: [Field("Location", "/tickets/{3}")])
    case (_, .htmlBesideLocation):
      return Exchange.Response(
        status: 303,
        fields: [Field("Location", "/tickets/3"), Field("Content-Type", "text/html")],
        body: Array("<a href=/tickets/3>There</a>".utf8)
      )
    case (_, .absoluteLocation):
      return Exchange.Response(
        status: 303,
        fields: [Field("Location", "http://server.example/tickets/3")]
      )
    default: return Exchange.Response(status: 303, fields: [Field("Location", "/tickets/3")])
    }
  }

  private func ticket(_ id: String, _ title: String, _ status: String) -> String {
    var id = fault == .otherTicket ? "1" : id
    if variation == .numbersAsDecimals { id += ".0" }
    return #"{"id":\#(id),"title":"\#(title)","status":"\#(status)"}"#
  }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")] + fields,
      body: Array(text.utf8)
    )
  }
}
