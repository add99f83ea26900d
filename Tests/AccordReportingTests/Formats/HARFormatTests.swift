import AccordModel
import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

struct HARFormatTests {
  @Test func golden() throws {
    try expectGolden(HARFormat().text(for: Runs.known), "run.har")
    try expectGolden(HARFormat().text(for: Hostile.report), "hostile-run.har")
  }

  /// What a HAR 1.2 file must have (softwareishard.com/blog/har-12-spec).
  static let required: [(holder: String, members: [String])] = [
    ("entry", ["startedDateTime", "time", "request", "response", "cache", "timings"]),
    (
      "request",
      [
        "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize",
        "bodySize",
      ]
    ),
    (
      "response",
      [
        "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL",
        "headersSize", "bodySize",
      ]
    ),
    ("content", ["size", "mimeType"]), ("timings", ["send", "wait", "receive"]),
    ("postData", ["mimeType", "text"]),
  ]

  @Test func allThatIsRequiredIsThere() throws {
    for (name, run) in Runs.all {
      let text = HARFormat().text(for: run)
      let log = try #require(JSONDocument(parsing: Array(text.utf8)).root.value["log"])
      #expect(log["version"] == "1.2", "\(name)")
      #expect(log["creator"]?["name"] == "Accord")
      let entries = try #require(log["entries"]?.elements)
      let exchanges = run.suites.flatMap(\.cases).flatMap { $0.earlierTries + [$0] }.flatMap(
        \.exchanges
      )
      #expect(entries.count == exchanges.count, "\(name)")
      for (entry, exchange) in zip(entries, exchanges) {
        let holders: [String: JSON?] = [
          "entry": entry, "request": entry["request"], "response": entry["response"],
          "content": entry["response"]?["content"], "timings": entry["timings"],
          "postData": entry["request"]?["postData"],
        ]
        for (holder, members) in Self.required {
          guard let value = holders[holder] ?? nil else {
            #expect(holder == "postData" && exchange.request.body.length == 0, "\(holder)")
            continue
          }
          for member in members { #expect(value[member] != nil, "\(name) \(holder) \(member)") }
        }
        #expect(entry["request"]?["method"]?.string == exchange.request.method)
        #expect(entry["response"]?["status"]?.number?.int == exchange.response?.status ?? 0)
      }
    }
  }

  @Test(
    "haralyzer reads what is written",
    .enabled(if: Peers.python != nil, Peers.absence)
  )
  func aPeerReadsIt() throws {
    let text = HARFormat().text(for: Runs.known)
    let exchanges = Runs.known.suites.flatMap(\.cases).flatMap { $0.earlierTries + [$0] }.flatMap(
      \.exchanges
    )
    let output = try Peers.run(
      """
      import json
      from haralyzer import HarParser, HarEntry
      har = HarParser.from_file("run.har")
      print(har.creator["name"], har.har_data["version"])
      for data in har.har_data["entries"]:
          entry = HarEntry(data)
          print(entry.request.method, entry.request.url, entry.response.status,
                len(entry.request.headers), len(entry.response.headers), entry.time)
      """,
      [(name: "run.har", bytes: Array(text.utf8))]
    )
    var lines = ["Accord 1.2"]
    for exchange in exchanges {
      let time = exchange.timing.total
      let milliseconds =
        time % 1_000 == 0 ? "\(time / 1_000)" : "\(Double(time) / 1_000)"
      lines.append(
        "\(exchange.request.method) \(exchange.request.url) \(exchange.response?.status ?? 0) "
          + "\(exchange.request.fields.count) \(exchange.response?.fields.count ?? 0) \(milliseconds)"
      )
    }
    #expect(output.split(separator: "\n").map(String.init) == lines)
  }

  @Test func bytesAreWrittenInBase64AndCodingsTakenOff() throws {
    let exchange = Exchange(
      request: Exchange.Request(
        origin: "http://a.example",
        method: "PUT",
        target: "/x?a=b+c&d=%26",
        fields: [Field("Cookie", "e=f; g=h"), Field("Content-Type", "application/octet-stream")],
        body: [0, 0xFF]
      ),
      outcome: .answered(
        Exchange.Response(
          status: 200,
          fields: [Field("Content-Encoding", "gzip"), Field("Set-Cookie", "i=j; Path=/")],
          body: [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0xC8, 0x04, 0x00,
            0xAC, 0x2A, 0x93, 0xD8, 0x02, 0x00, 0x00, 0x00,
          ]
        )
      ),
      timing: Exchange.Timing(connect: 1_000_000, firstByte: 2_500_000, total: 4_001_000)
    )
    let record = RunRecord.Exchange(exchange, step: nil, expanding: [])
    let request = HARMessages.request(record.request)
    #expect(request["postData"]?["text"] == "AP8=")
    #expect(request["postData"]?["_encoding"] == "base64")
    #expect(
      request["queryString"] == [["name": "a", "value": "b c"], ["name": "d", "value": "&"]]
    )
    #expect(request["cookies"] == [["name": "e", "value": "f"], ["name": "g", "value": "h"]])
    let response = HARMessages.response(record)
    #expect(response["content"]?["text"] == "hi")
    #expect(response["content"]?["size"] == 2)
    #expect(response["bodySize"] == 22)
    #expect(response["cookies"] == [["name": "i", "value": "j"]])
  }
}
