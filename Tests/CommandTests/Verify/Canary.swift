import AccordWire
import FoundationEssentials

/// A secret in every spelling that a server can give it, alone and in the bodies that hold it.
enum Canary {
  /// The secret.
  static let secret = #"tok-CANARY_q7/Zx+3"kLp"#

  /// The spellings that a line of text can hold.
  static let spellings: [String] = {
    let units = Array(secret.unicodeScalars)
    func each(_ form: (UInt32) -> String) -> String { units.map { form($0.value) }.joined() }
    func hex(_ value: UInt32, _ count: Int = 2) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    func string(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("/", with: "\\/")
    }
    let base64 = Data(secret.utf8).base64EncodedString()
    let utf16 = Data(secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let percent = each { "%" + hex($0) }
    return [
      secret, secret.lowercased(), secret.uppercased(),
      percent, percent.replacing("%", with: "%25"), percent.replacing("%", with: "%2525"),
      each { "%u" + hex($0, 4) },
      string(secret), string(string(secret)), string(string(string(secret))),
      each { "\\u" + hex($0, 4) }, each { "\\\\u" + hex($0, 4).uppercased() },
      each { "\\\\\\\\u" + hex($0, 4) }, each { "\\x" + hex($0) }, each { "\\u{\(hex($0))}" },
      each { "\\" + String($0, radix: 8) },
      each { "&#\($0);" }, each { "&#0\($0);" }, each { "&#x\(hex($0));" },
      each { "&#X000\(hex($0));" },
      each { "&amp;#\($0);" },
      secret.replacing("/", with: "&sol;").replacing("_", with: "&lowbar;")
        .replacing("+", with: "&plus;").replacing("\"", with: "&quot;"),
      each { "=" + hex($0).uppercased() },
      each { hex($0) }, each { hex($0).uppercased() + " " }, each { "0x\(hex($0)), " },
      each { hex($0) + ":" },
      base64, Data("user:\(secret)".utf8).base64EncodedString(),
      Data("a\(secret)z".utf8).base64EncodedString(), utf16.base64EncodedString(),
      base64.replacing("+", with: "-").replacing("/", with: "_"),
      String(secret.prefix(9)) + "\u{200B}" + secret.dropFirst(9),
      // In gzip and in zlib, each in Base64.
      "H4sIAAAAAAAC/6tWSi0qyi/yLU5XslIqyc/WdXb0cwyKjC8014+q0DaOUcr2KVCqBQBDnob+JgAAAA==",
      "eNoryc/WdXb0cwyKjC8014+q0DZWyvYpAABRmQbp",
    ]
  }()

  /// An answer of the server; each number another one.
  static func reply(_ number: Int) -> WireReply {
    let answers = answers
    let answer = answers[number % answers.count]
    return .response(
      status: number.isMultiple(of: 3) ? 500 : 200,
      reason: "No \(secret)",
      fields: answer.fields.map { WireField($0.0, $0.1) } + [
        WireField("X-Echo", spellings[number % spellings.count]), WireField("X-\(letters)", "1"),
        WireField("Location", "/back?token=\(spellings[3])"),
      ],
      body: answer.body
    )
  }

  /// How many different answers there are.
  static var count: Int { answers.count }

  /// The letters of the secret that a field's name can hold.
  private static let letters = "tok-CANARY_q7"

  private static let answers: [(fields: [(String, String)], body: [UInt8])] = {
    let lines = spellings.joined(separator: "\n")
    let json = spellings.map { text in
      text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    let wide = Array("{\"errorMsg\":\"\(secret)\"}".utf16)
    let pieces = [secret.prefix(7), secret.dropFirst(7).prefix(6), secret.dropFirst(13)]
      .map { $0.replacing("\"", with: "&quot;") }
    let xml = """
      <r><a><![CDATA[\(secret.prefix(9))]]><![CDATA[\(secret.dropFirst(9))]]></a>\
      <b>\(pieces[0])<![CDATA[\(secret.dropFirst(7))]]></b>\
      <c>\(pieces[0])<!-- c -->\(pieces[1])<?p i?>\(pieces[2])</c>\
      <TotalConnections>\(pieces[0])<x/>\(pieces[1])<y>\(pieces[2])</y></TotalConnections>\
      <d e="&#0116;ok-CANARY_q7/Zx+3&quot;kLp"/>\(xmlLines)</r>
      """
    let long = String(repeating: "x", count: 190) + secret
    func text(_ type: String, _ text: String) -> (fields: [(String, String)], body: [UInt8]) {
      ([("Content-Type", type)], Array(text.utf8))
    }
    return [
      text("text/plain", lines),
      text(
        "application/json",
        "{\"errorCode\":\"\(json.joined(separator: " "))\",\"errorMsg\":[]}"
      ),
      text(
        "application/json",
        "{\"errorCode\":1002,\"errorMsg\":\"\(json[0])\",\"\(json[0])\":[\"\(json[10])\"]}"
      ),
      text("application/json", "{\"errorCode\":\"\(long.replacing("\"", with: "\\\""))\"}"),
      text("application/xml", xml),
      text("text/html", "<p>tok-<b>CANARY</b>_q7&sol;Zx&plus;3&QUOT;kLp \(xmlLines)"),
      text("application/json; charset=\(letters)", "{}"),
      text("message/rfc822", "tok-CAN=\r\nARY_q7/Zx=2B3=22kLp\r\n"),
      text("text/plain", wrapped(Data(secret.utf8).base64EncodedString(), at: 10)),
      text("text/plain", "{\"a\":" + json[0]),
      ([("Content-Type", "application/json"), ("Content-Encoding", "gzip")], gzip),
      ([("Content-Type", "application/octet-stream")], gzip),
      (
        [("Content-Type", "application/json; charset=utf-16")],
        [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      ),
      (
        [("Content-Type", "application/json")],
        wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      ),
      ([("Content-Type", "text/plain")], Array("\(secret) ".utf8) + [0xE9]),
      ([("Content-Type", "image/png")], [0x89, 0x50, 0, 1, 2] + Array(secret.utf8) + [0, 0xFF]),
    ]
  }()

  private static var xmlLines: String {
    spellings.map { text in
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, at width: Int) -> String {
    var lines = ""
    for (index, sign) in text.enumerated() {
      if index > 0, index.isMultiple(of: width) { lines += "\r\n" }
      lines.append(sign)
    }
    return lines
  }

  /// `{"errorMsg":"…"}` with the secret, as gzip.
  private static let gzip: [UInt8] =
    Data(
      base64Encoded: """
        H4sIAAAAAAACA6tWSi0qyi/yLU5XslIqyc/WdXb0cwyKjC8014+q0DaOUcr2KVCqBQBDnob+JgAAAA==
        """
    ).map { [UInt8]($0) } ?? []
}
