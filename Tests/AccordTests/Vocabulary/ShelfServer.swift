import Accord
import AccordModel
import AccordSchema
import Synchronization

/// A server of books, and the ways in which it may be wrong or write the same otherwise.
final class ShelfServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case ignoresSort, sortsByOther, neverDescends, newestFirstIgnored, losesBytes, changesByte
    case losesTitle, changesTitle, linkNowhere, headDiffers, conflictsAgain, wrongDefault
    case classAsDefault, noTrace, exactAsClass
  }

  /// What is as right.
  enum Variation: CaseIterable, Sendable {
    case ties, missingLast, missingFirst, withoutCase, letters, naturalNumbers, more, goneAgain
    case noLink
  }

  let fault: Fault?
  let variation: Variation?
  private let covers = Mutex<[String: [UInt8]]>([:])
  private let titles = Mutex<[String: String]>([:])
  private let removals = Mutex(0)

  init(fault: Fault? = nil, variation: Variation? = nil) {
    self.fault = fault
    self.variation = variation
  }

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    let halves = request.target.split(separator: "?", maxSplits: 1).map(String.init)
    let parts = halves[0].split(separator: "/").map(String.init)
    let name = parts.count > 1 ? parts[1] : ""
    switch (request.method, parts[0], parts.count) {
    case ("GET", "books", 1): return list(halves.count > 1 ? halves[1] : "")
    case ("POST", "books", 1):
      keep(request, as: "7")
      return json(201, #"{"id":7,"title":"Emma"}"#, [Field("Location", "/books/7")])
    case ("GET", "books", 2), ("HEAD", "books", 2):
      guard let id = Int(name), id > 0 else { return wrong(name) }
      var answer = book(id)
      if request.method == "HEAD" {
        answer.body = []
        if fault == .headDiffers { answer.fields[1].value = "zzz-9999" }
      }
      return answer
    case ("PUT", "books", 2):
      keep(request, as: name)
      return Exchange.Response(status: 204)
    case ("DELETE", "books", 2): return remove(name)
    case ("GET", "covers", 2):
      if fault == .linkNowhere, name == "1" { return json(404, "{}") }
      var bytes = covers.withLock { $0[name] } ?? [1, 2, 3]
      if fault == .losesBytes { bytes.removeLast() }
      if fault == .changesByte { bytes[2] ^= 1 }
      return Exchange.Response(
        status: 200,
        fields: [Field("Content-Type", "application/octet-stream")],
        body: bytes
      )
    case ("PUT", "covers", 2):
      covers.withLock { $0[name] = request.body }
      return Exchange.Response(status: 204)
    default: return json(404, "{}")
    }
  }

  private func keep(_ request: Exchange.Request, as id: String) {
    let title = (try? JSONDocument(parsing: request.body).root)?["title"]?.string
    titles.withLock { $0[id] = title }
  }

  private func book(_ id: Int) -> Exchange.Response {
    var title = titles.withLock { $0["\(id)"] } ?? "Emma"
    if fault == .changesTitle { title += "!" }
    if fault == .losesTitle { title = "Emma Woodhouse" }
    let more = variation == .more ? #","pages":9"# : ""
    let link = variation == .noLink ? [] : [Field("Link", "</covers/1>; rel=icon")]
    return json(
      200,
      #"{"id":\#(id),"title":"\#(title)","price":1\#(more)}"#,
      [Field("X-Shelf", "abc-1234")] + link
    )
  }

  private func wrong(_ id: String) -> Exchange.Response {
    let problem = "application/problem+json"
    let body = fault == .wrongDefault ? #"{"title":""}"# : #"{"title":"Wrong"}"#
    let trace = fault == .noTrace ? [] : [Field("X-Trace", "t")]
    switch (fault, variation) {
    case (.exactAsClass, _): return typed(400, problem, body)
    case (.classAsDefault, _): return typed(422, "application/json", body, trace)
    default: return typed(422, problem, body, trace)
    }
  }

  private func remove(_ id: String) -> Exchange.Response {
    guard id != "999" else { return json(404, "{}") }
    // The example removes it first, and then the relation twice.
    let isAgain = removals.withLock { count in
      count += 1
      return count == 3
    }
    switch (fault, variation) {
    case (.conflictsAgain, _) where isAgain: return json(409, "{}")
    case (_, .goneAgain) where isAgain: return json(404, "{}")
    default: return Exchange.Response(status: 204)
    }
  }

  private func list(_ query: String) -> Exchange.Response {
    var books: [(id: Int, title: String, price: String)] = [
      (3, "b", "9"), (1, "c", "10"), (2, "a", "2.5"), (4, "d", "30"),
    ]
    switch variation {
    case .ties: books = books.map { ($0.id, $0.title, $0.id > 2 ? "9" : "10") }
    case .missingLast, .missingFirst: books[1].price = "null"
    case .withoutCase: books[1].title = "A"
    case .letters: books[1].title = "\u{C4}hre"
    case .naturalNumbers:
      books = books.map { ($0.id, "Part \([10, 9, 2, 1][$0.id - 1])", $0.price) }
    default: break
    }
    let isDown =
      query.contains("-price") || query.contains("dir=desc") || query.contains("sort=new")
    if query.contains("price") {
      books.sort { (Double($0.price) ?? 0, $0.id) < (Double($1.price) ?? 0, $1.id) }
      if variation == .missingLast { books.append(books.removeFirst()) }
    }
    if query.contains("sort=title") {
      books.sort { key($0.title) < key($1.title) }
      if fault == .sortsByOther { books.sort { $0.id < $1.id } }
    }
    if query.contains("sort=new"), fault != .newestFirstIgnored { books.sort { $0.id < $1.id } }
    if isDown, fault != .neverDescends { books.reverse() }
    if fault == .ignoresSort { books.sort { ($0.id * 3) % 5 < ($1.id * 3) % 5 } }
    let items = books.map { book in
      let price = book.price == "null" ? "" : #","price":\#(book.price)"#
      return #"{"id":\#(book.id),"title":"\#(book.title)"\#(price)}"#
    }
    return json(200, #"{"books":[\#(items.joined(separator: ","))]}"#)
  }

  private func key(_ title: String) -> String {
    switch variation {
    case .withoutCase: title.lowercased()
    case .naturalNumbers: title.count == 6 ? "Part 0" + title.suffix(1) : title
    default: title
    }
  }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    typed(status, "application/json", text, fields)
  }

  private func typed(
    _ status: Int,
    _ type: String,
    _ text: String,
    _ fields: [Field] = []
  ) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", type)] + fields,
      body: Array(text.utf8)
    )
  }
}
