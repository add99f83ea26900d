import Accord
import AccordModel
import AccordSchema

/// A server of the archive, which knows nothing of contracts, and the ways in which it may be wrong.
struct ArchiveServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case undeclaredType, otherDeclaredType, jsonOfAnotherSchema, wrongText, noUTF8, emptyPDF,
      longPDF
    case wrongDigest, noDigest, wrongContentDigest, takesAnyForm, takesAnyNote, ignoresPictures
    case chosenTypeUndeclared, headIsUnknown, headOfAnotherLength, headOfAnotherDigest
  }

  var fault: Fault?

  /// Whether the answers vary in ways that nobody is promised anything about.
  var isHarmless = false

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    guard request.method == "HEAD" else { return answerWithContent(request) }
    guard fault != .headIsUnknown else {
      return answer(405, nil, "", [Field("Allow", "GET")])
    }
    var whole = request
    whole.method = "GET"
    var head = answerWithContent(whole)
    let count = fault == .headOfAnotherLength ? 0 : head.body.count
    head.body = []
    if !isHarmless { head.fields.append(Field("Content-Length", "\(count)")) }
    if fault == .headOfAnotherDigest {
      head.fields[1].value = "sha256:\(String(repeating: "0", count: 64))"
    }
    return head
  }

  private func answerWithContent(_ request: Exchange.Request) -> Exchange.Response {
    let parts = request.target.split(separator: "/").map(String.init)
    switch (request.method, parts.first) {
    case ("GET", "invoices"): return invoice(request)
    case ("GET", "latest"):
      let type = fault == .chosenTypeUndeclared ? "application/problem+json" : nil
      let other = isHarmless ? "application/json" : "application/vnd.acme.invoice+json"
      return answer(200, type ?? other, #"{"number":7,"total":9.5}"#)
    case ("GET", "files"): return file()
    case ("PUT", "files"): return answer(request.body.isEmpty ? 400 : 204, nil, "")
    case ("GET", "notes"): return note()
    case ("PUT", "notes"):
      guard let text = String(validating: request.body, as: UTF8.self), !text.isEmpty else {
        return answer(fault == .takesAnyNote ? 204 : 400, nil, "")
      }
      return answer(text.unicodeScalars.count > 20 ? 422 : 204, nil, "")
    case ("POST", "messages"): return message(request)
    case ("POST", "attachments"): return attachment(request)
    default: return answer(404, nil, "")
    }
  }

  private func invoice(_ request: Exchange.Request) -> Exchange.Response {
    let accept = request.fields.values(of: "Accept").first ?? ""
    if accept.hasPrefix("application/pdf"), fault != .otherDeclaredType {
      let text =
        switch fault {
        case .emptyPDF: ""
        case .longPDF: "%PDF-1.7 " + String(repeating: "x", count: 2_000)
        default: "%PDF-1.7 \u{0}\u{1}"
        }
      let type = isHarmless ? "Application/PDF; version=1.7" : "application/pdf"
      return answer(200, fault == .undeclaredType ? "image/png" : type, text)
    }
    if accept == "text/plain" {
      let type = isHarmless ? "text/plain; charset=\"UTF-8\"; format=flowed" : "text/plain"
      return answer(200, type, fault == .wrongText ? "Bill" : "Invoice 7\n9.50")
    }
    let type = "application/vnd.acme.invoice+json"
    return answer(
      200,
      isHarmless ? "\(type);profile=\"a\"" : type,
      fault == .jsonOfAnotherSchema ? #"{"number":"7"}"# : #"{"number":7,"total":9.5}"#
    )
  }

  private func file() -> Exchange.Response {
    let (hex, base64) = Self.digests
    let zeros = String(repeating: "0", count: 64)
    var fields = [
      Field("Docker-Content-Digest", "sha256:" + (fault == .wrongDigest ? zeros : hex))
    ]
    if fault == .noDigest { fields = [] }
    if fault == .wrongContentDigest { fields.append(Field("Content-Digest", "sha-256=:AAAA:")) }
    if isHarmless { fields.append(Field("Content-Digest", "md5=:AA==:, sha-256=:\(base64):")) }
    return answer(200, isHarmless ? "image/svg+xml" : "image/png", "logo", fields)
  }

  /// The digests of `logo` as sha256sum and openssl made them.
  static let digests = (
    "3598ce6f965b2481fe26316c06b30950c46ac7f8e7229f104aa78f579997668d",
    "NZjOb5ZbJIH+JjFsBrMJUMRqx/jnIp8QSqePV5mXZo0="
  )

  private func note() -> Exchange.Response {
    if fault == .noUTF8 {
      return Exchange.Response(
        status: 200,
        fields: [Field("Content-Type", "text/plain")],
        body: [0x47, 0x72, 0xFC]
      )
    }
    guard isHarmless else { return answer(200, "text/plain", "Grüß Gott") }
    return Exchange.Response(
      status: 200,
      fields: [Field("Content-Type", "text/plain; charset=iso-8859-1")],
      body: [0x47, 0x72, 0xFC]
    )
  }

  private func message(_ request: Exchange.Request) -> Exchange.Response {
    guard !request.body.isEmpty else { return answer(400, nil, "") }
    let type = request.fields.values(of: "Content-Type").first
    if type == "application/x-www-form-urlencoded" {
      let form = FormDocument(parsing: request.body)
      let copies = form["copies"].map { Int($0).map((0...9).contains) ?? false } ?? true
      let isRight = form["recipient"]?.isEmpty == false && copies
      return answer(isRight || fault == .takesAnyForm ? 202 : 422, nil, "")
    }
    guard let body = try? JSONDocument(parsing: request.body).root, body.value.members != nil else {
      return answer(400, nil, "")
    }
    let copies = body["copies"].map { $0.value.number?.int.map((0...9).contains) ?? false } ?? true
    return answer(body["to"]?.string?.isEmpty == false && copies ? 202 : 422, nil, "")
  }

  private func attachment(_ request: Exchange.Request) -> Exchange.Response {
    let text = String(decoding: request.body, as: UTF8.self)
    guard text.hasSuffix("--\r\n") else { return answer(400, nil, "") }
    let picture = "name=\"picture\"; filename=\"picture\"\r\nContent-Type: image/png\r\n\r\n"
    let hasPicture = text.contains(picture + "\u{FFFD}PNG")
    let hasName = text.contains("name=\"to\"\r\n\r\nEmma\r\n")
    let isRight = hasName && (hasPicture || fault == .ignoresPictures)
    return answer(isRight ? 202 : 422, nil, "")
  }

  private func answer(
    _ status: Int,
    _ type: String?,
    _ text: String,
    _ fields: [Field] = []
  ) -> Exchange.Response {
    let types = type.map { [Field("Content-Type", $0)] } ?? []
    return Exchange.Response(status: status, fields: types + fields, body: Array(text.utf8))
  }
}
