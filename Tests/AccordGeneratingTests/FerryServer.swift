import Accord
import AccordWire
import Synchronization

/// The ferry on a socket, right or wrong in one way that only some requests show.
final class FerryServer: Sendable {
  /// What it does wrong.
  enum Fault: String, CaseIterable, Sendable {
    /// An error of the server where a suite is asked for with three pets.
    case suiteWithPets
    /// An error of the server at the greatest number of people but one.
    case oneBelowTheMost
    /// A remark is kept in forty bytes, not in forty characters.
    case remarkInBytes
    /// An error of the server where a car has no plate.
    case carWithoutPlate
    /// An error of the server where the newsletter goes to nobody.
    case newsletterToNobody
    /// Only parties in a party are counted, not those in these.
    case thirdLevel
    /// What is there twice is repeated once.
    case tagsAsSet
    /// The 29th of February is refused.
    case leapDay
    /// Only the first piece of luggage is weighed.
    case onlyFirstWeighed
    /// How many bicycles there are is not looked at where they are folded.
    case foldedBicycles
    /// The greatest page of crossings by night has one crossing too many.
    case longNight
    /// A port of eight letters is not found.
    case portOfEight
    /// What was released twice cannot be boarded.
    case releasedTwice
    /// What is refused to be held a second time is released by the attempt, if it was released before.
    case refusedHoldReleases

    /// The contract whose requests show it.
    var contract: Contract.ID {
      switch self {
      case .longNight, .portOfEight: "crossings.search"
      case .releasedTwice, .refusedHoldReleases: "bookings.make"
      default: "quotes.make"
      }
    }
  }

  /// How it may write right answers.
  enum Manner: String, CaseIterable, Sendable {
    /// In lines, with blanks.
    case indented
    /// With members that nobody asked for.
    case more
    /// With the members in another order.
    case backwards
    /// With header fields of its own.
    case fields
  }

  private struct Booking {
    var state = "open"
    var releases = 0
  }

  private final class Keeper: Sendable {
    let bookings = Mutex(["open", "held", "open", "open", "open"].map { Booking(state: $0) })
  }

  private let server: WireServer

  init(_ fault: Fault? = nil, manner: Manner? = nil) async throws {
    let keeper = Keeper()
    server = try await WireServer.start { request in
      let (status, body) = keeper.bookings.withLock { Self.answer(request, &$0, fault) }
      return Self.reply(status, body, manner)
    }
  }

  /// Its address.
  var address: ServerAddress { get throws { try ServerAddress("http://127.0.0.1:\(server.port)") } }

  func stop() async { await server.shutdown(grace: .zero) }

  private static func answer(
    _ request: WireServerRequest,
    _ bookings: inout [Booking],
    _ fault: Fault?
  ) -> (Int, JSON) {
    let target = request.targetText.split(separator: "?", maxSplits: 1).map(String.init)
    let parts = (target.first ?? "").split(separator: "/").map(String.init)
    switch (request.method, parts.first, parts.count) {
    case ("GET", "crossings", 1):
      return crossings(query: target.count == 2 ? target[1] : "", fault)
    case ("POST", "quotes", 1): return quote(request.body, fault)
    case ("POST", "bookings", 1):
      bookings.append(Booking())
      return shown(bookings, bookings.count, 201)
    case ("GET", "bookings", 2), ("POST", "bookings", 3):
      guard let id = Int(parts[1]), bookings.indices.contains(id - 1) else {
        return write(404, nil)
      }
      if parts.count == 3 {
        let status = change(&bookings[id - 1], parts[2], fault)
        guard status == 200 else { return write(status, nil) }
      }
      return shown(bookings, id, 200)
    default: return write(404, nil)
    }
  }

  // MARK: - Crossings

  private static func crossings(query: String, _ fault: Fault?) -> (Int, JSON) {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let value = try? PercentEscapes.decoded(parts.count == 2 ? parts[1] : "") else {
        return write(400, nil)
      }
      values[String(parts[0])] = value
    }
    var limit = 10
    if let text = values["limit"] {
      guard let number = Int(text), text == "\(number)", (1...50).contains(number) else {
        return write(400, nil)
      }
      limit = number
    }
    if let order = values["order"], !["departure", "price", "length"].contains(order) {
      return write(400, nil)
    }
    if let night = values["night"], !["true", "false"].contains(night) { return write(400, nil) }
    if let port = values["port"] {
      guard (2...12).contains(port.unicodeScalars.count) else { return write(400, nil) }
      if fault == .portOfEight, port.unicodeScalars.count == 8 { return write(404, nil) }
    }
    if fault == .longNight, limit == 50, values["night"] == "true" { limit += 1 }
    let list = (1...limit).map { JSON.object([JSONMember("number", .number(JSONNumber($0)))]) }
    return write(200, .object([JSONMember("crossings", .array(list))]))
  }

  // MARK: - Quotes

  private static func quote(_ bytes: [UInt8], _ fault: Fault?) -> (Int, JSON) {
    guard let body = try? JSONDocument(parsing: bytes).root.value else { return write(400, nil) }
    guard body.members != nil else { return write(400, nil) }
    var checked = body
    if fault == .onlyFirstWeighed, let pieces = body["luggage"]?.elements, pieces.count > 1,
      pieces.dropFirst().allSatisfy({ $0["weight"]?.number?.int != nil })
    {
      let weighed = [JSON](repeating: pieces[0], count: pieces.count)
      checked = checked.replacing(.array(weighed), at: "/luggage") ?? checked
    }
    if fault == .foldedBicycles, body["vehicle"]?["kind"] == "bicycles",
      body["vehicle"]?["folded"] == true, body["vehicle"]?["count"]?.number?.int != nil
    {
      checked = checked.replacing(1, at: "/vehicle/count") ?? checked
    }
    guard isRight(checked) else { return write(422, nil) }
    let pets = body["pets"]?.number?.int
    let isWrong =
      switch fault {
      case .suiteWithPets: body["cabin"] == "suite" && pets == 3
      case .oneBelowTheMost: body["party"]?["size"]?.number?.int == 59
      case .carWithoutPlate: body["vehicle"]?["kind"] == "car" && body["vehicle"]?["plate"] == nil
      case .newsletterToNobody: body["contact"] == .null && body["newsletter"] == true
      default: false
      }
    if isWrong { return write(500, nil) }
    if fault == .leapDay, body["day"]?.string?.hasSuffix("-02-29") == true {
      return write(422, nil)
    }
    if fault == .thirdLevel, depth(of: body["party"]) > 2 { return write(500, nil) }
    var members = [
      JSONMember("price", 100),
      JSONMember("people", .number(JSONNumber(people(in: body["party"])))),
    ]
    if let remark = body["remark"]?.string {
      var kept = remark
      while fault == .remarkInBytes, kept.utf8.count > 40 { kept.unicodeScalars.removeLast() }
      members.append(JSONMember("remark", .string(kept)))
    }
    if let tags = body["tags"]?.elements {
      var kept = tags
      if fault == .tagsAsSet {
        kept = tags.enumerated().filter { tags.firstIndex(of: $0.element) == $0.offset }.map(
          \.element
        )
      }
      members.append(JSONMember("tags", .array(kept)))
    }
    return write(200, .object(members))
  }

  /// Written by hand: that the schema says the same is what a run shows.
  private static func isRight(_ body: JSON) -> Bool {
    guard body.members != nil, let day = body["day"]?.string,
      StringFormat.named("date")?.admits(day) == true,
      isParty(body["party"]),
      ["none", "inside", "outside", "suite"].contains(body["cabin"]?.string ?? "")
    else { return false }
    if let pets = body["pets"], !isWhole(pets, 0...5) { return false }
    if let vehicle = body["vehicle"], !isVehicle(vehicle) { return false }
    if let remark = body["remark"], !isText(remark, 0...40) { return false }
    if let contact = body["contact"], contact != .null, !isText(contact, 3...20) { return false }
    if let newsletter = body["newsletter"], newsletter.boolean == nil { return false }
    if let luggage = body["luggage"] {
      guard let pieces = luggage.elements, pieces.count <= 6,
        pieces.allSatisfy({ piece in piece["weight"].map { isWhole($0, 1...40) } ?? false })
      else { return false }
    }
    if let tags = body["tags"] {
      guard let list = tags.elements, list.count <= 5, list.allSatisfy({ isText($0, 1...8) }) else {
        return false
      }
    }
    return true
  }

  private static func isParty(_ party: JSON?) -> Bool {
    guard let party, party.members != nil, let size = party["size"], isWhole(size, 1...60) else {
      return false
    }
    guard let inner = party["parties"] else { return true }
    guard let list = inner.elements, list.count <= 3 else { return false }
    return list.allSatisfy(isParty)
  }

  private static func isVehicle(_ vehicle: JSON) -> Bool {
    switch vehicle["kind"]?.string {
    case "car":
      guard let length = vehicle["length"], isWhole(length, 1...20) else { return false }
      return vehicle["plate"].map { isText($0, 1...10) } ?? true
    case "bicycles":
      guard let count = vehicle["count"], isWhole(count, 1...9) else { return false }
      return vehicle["folded"].map { $0.boolean != nil } ?? true
    default: return false
    }
  }

  private static func isWhole(_ value: JSON, _ range: ClosedRange<Int>) -> Bool {
    value.number?.int.map(range.contains) ?? false
  }

  private static func isText(_ value: JSON, _ range: ClosedRange<Int>) -> Bool {
    value.string.map { range.contains($0.unicodeScalars.count) } ?? false
  }

  private static func depth(of party: JSON?) -> Int {
    guard let party else { return 0 }
    return 1 + (party["parties"]?.elements?.map { depth(of: $0) }.max() ?? 0)
  }

  private static func people(in party: JSON?) -> Int {
    guard let party else { return 0 }
    let inner = party["parties"]?.elements?.reduce(0) { $0 + people(in: $1) } ?? 0
    return (party["size"]?.number?.int ?? 0) + inner
  }

  // MARK: - Bookings

  private static func change(_ booking: inout Booking, _ act: String, _ fault: Fault?) -> Int {
    switch (act, booking.state) {
    case ("hold", "open"): booking.state = "held"
    case ("release", "held"):
      booking.state = "open"
      booking.releases += 1
    case ("board", "open"), ("board", "held"):
      if fault == .releasedTwice, booking.releases > 1 { return 409 }
      booking.state = "boarded"
    case ("cancel", "open"), ("cancel", "held"): booking.state = "cancelled"
    default:
      if fault == .refusedHoldReleases, act == "hold", booking.state == "held", booking.releases > 0
      {
        booking.state = "open"
      }
      return ["hold", "release", "board", "cancel"].contains(act) ? 409 : 404
    }
    return 200
  }

  private static func shown(_ bookings: [Booking], _ id: Int, _ status: Int) -> (Int, JSON) {
    write(
      status,
      .object([
        JSONMember("id", .number(JSONNumber(id))),
        JSONMember("state", .string(bookings[id - 1].state)),
      ])
    )
  }

  private static func write(_ status: Int, _ body: JSON?) -> (Int, JSON) {
    (status, body ?? ["error": .string("\(status)")])
  }

  private static func reply(_ status: Int, _ body: JSON, _ manner: Manner?) -> WireReply {
    var body = body
    var fields = [WireField("Content-Type", "application/json")]
    if case .object(let members) = body {
      if manner == .backwards { body = .object(members.reversed()) }
      if manner == .more { body = .object(members + [JSONMember("served", "by the ferry")]) }
    }
    if manner == .fields {
      fields += [WireField("Cache-Control", "no-store"), WireField("X-Ferry", "Norden")]
    }
    return .response(
      status: status,
      fields: fields,
      body: body.bytes(indented: manner == .indented),
      keepAlive: true
    )
  }
}
