/// Reads one response from the field sections and the content of a stream (RFC 9113 section 8.1).
///
/// What can be read past is read and noted as a ``Deviation``, counted in bytes of the field sections
/// as ``HTTP2Fields/shown(_:)`` writes them and of the content.
struct HTTP2MessageReader: Sendable {
  typealias Field = HTTP2Fields.Field

  private let method: String
  private let limits: ReadLimits
  private var status: Int?
  private var fields: [WireField] = []
  private var rawHead: [UInt8] = []
  private var interim: [WireInterim] = []
  private var trailers: [WireField] = []
  private var noted: [Deviation] = []
  private var offset = 0
  private var headBytes = 0
  private(set) var body: [UInt8] = []
  private(set) var isComplete = false
  private(set) var failure: WireFailure?

  init(toMethod method: String, limits: ReadLimits) {
    self.method = method
    self.limits = limits
  }

  var hasHead: Bool { status != nil }

  /// Takes a field section: an interim head, the head, or the trailers.
  mutating func take(_ section: [Field], ends: Bool) {
    guard failure == nil, !isComplete else { return }
    let raw = HTTP2Fields.shown(section)
    headBytes += raw.count
    guard headBytes <= limits.maxHeadBytes else {
      failure = .headOverLimit(limit: limits.maxHeadBytes)
      return
    }
    let isTrailer = hasHead
    let read = check(section, isTrailer: isTrailer)
    offset += raw.count
    if isTrailer {
      trailers = read.fields
    } else {
      takeHead(read, raw: raw, ends: ends)
    }
    if ends, failure == nil { complete() }
  }

  private mutating func takeHead(
    _ read: (status: String?, fields: [WireField]),
    raw: [UInt8],
    ends: Bool
  ) {
    guard let text = read.status else {
      failure = .http2(.statusMissing)
      return
    }
    guard text.utf8.count == 3, let number = ASCII.decimal(text.utf8) else {
      failure = .http2(.statusInvalid(value: Array(text.utf8.prefix(64))))
      return
    }
    let start = offset - raw.count
    if !(100...599).contains(number) {
      note(.statusRange, at: start, evidence: text.utf8)
    }
    guard (100...199).contains(number) else {
      status = number
      fields = read.fields
      rawHead = raw
      return
    }
    if number == 101 { note(.switchingProtocols, at: start, evidence: raw) }
    interim.append(
      WireInterim(
        version: "HTTP/2",
        status: number,
        reason: "",
        fields: read.fields,
        rawHead: raw
      )
    )
    if ends { failure = .http2(.endedWithoutResponse) }
  }

  /// Takes content.
  mutating func take(_ content: some Collection<UInt8>, ends: Bool) {
    guard failure == nil, !isComplete else { return }
    guard body.count + content.count <= limits.maxBodyBytes else {
      body.append(contentsOf: content.prefix(limits.maxBodyBytes - body.count))
      failure = .bodyOverLimit(limit: limits.maxBodyBytes)
      return
    }
    body.append(contentsOf: content)
    if ends { complete() }
  }

  /// The response as far as it came; content that it must not have is surplus.
  var response: WireResponse? {
    status.map { status in
      let allowsContent = method != "HEAD" && status != 204 && status != 304
      return WireResponse(
        version: "HTTP/2",
        status: status,
        fields: fields,
        rawHead: rawHead,
        interim: interim,
        framing: allowsContent ? .untilClose : .none,
        body: allowsContent ? body : [],
        trailers: trailers,
        surplus: allowsContent ? [] : body,
        deviations: noted.sorted { $0.offset < $1.offset }
      )
    }
  }

  private mutating func complete() {
    isComplete = true
    if !body.isEmpty {
      if method == "HEAD" {
        note(.bodyOnHEAD, at: rawHead.count, evidence: body)
      } else if status == 204 {
        note(.bodyOn204, at: rawHead.count, evidence: body)
      } else if status == 304 {
        note(.bodyOn304, at: rawHead.count, evidence: body)
      } else if status == 205 {
        note(.bodyOn205, at: rawHead.count, evidence: body)
      }
    }
    checkLength()
  }

  /// Holds Content-Length against the content that came (RFC 9113 section 8.1.1).
  private mutating func checkLength() {
    let values = fields.values(of: "Content-Length")
    guard let first = values.first else { return }
    let line = Array("content-length: ".utf8)
    if status == 204 {
      note(.contentLengthForbidden, at: 0, evidence: line + first)
    }
    guard let length = ASCII.decimal(first) else {
      note(.contentLengthInvalid, at: 0, evidence: line + first)
      return
    }
    if values.count > 1 { note(.contentLengthRepeated, at: 0, evidence: line + values[1]) }
    guard method != "HEAD", status != 204, status != 304, length != body.count else { return }
    note(
      .contentLengthNotData,
      at: rawHead.count,
      evidence: Array("content-length: \(length), DATA: \(body.count)".utf8)
    )
  }
}

// MARK: Fields

extension HTTP2MessageReader {
  /// Notes what is wrong about the fields of a section.
  private mutating func check(
    _ section: [Field],
    isTrailer: Bool
  ) -> (status: String?, fields: [WireField]) {
    var status: String?
    var fields: [WireField] = []
    var place = offset
    for (name, value) in section {
      let line = Array("\(name): \(value)".utf8)
      defer { place += line.count + 2 }
      if name.hasPrefix(":") {
        if isTrailer {
          note(.pseudoFieldInTrailers, at: place, evidence: line)
        } else if name != ":status" {
          note(.pseudoFieldUnknown, at: place, evidence: line)
        } else if status != nil {
          note(.pseudoFieldRepeated, at: place, evidence: line)
        } else {
          status = value
          if !fields.isEmpty { note(.pseudoFieldLate, at: place, evidence: line) }
        }
        continue
      }
      check(name: name, value: value, line: line, at: place)
      if isTrailer,
        MessageReader.fieldsForbiddenInTrailers.contains(where: { $0.lowercased() == name })
      {
        note(.trailerForbidden, at: place, evidence: line)
      }
      fields.append(
        WireField(
          name: Array(name.utf8),
          value: Array(ASCII.trimmed(Array(value.utf8)[...])),
          rawLine: line
        )
      )
    }
    return (status, fields)
  }

  private mutating func check(name: String, value: String, line: [UInt8], at place: Int) {
    if name.isEmpty || !name.utf8.allSatisfy(ASCII.isTokenCharacter) {
      note(.fieldName, at: place, evidence: name.utf8)
    } else if name.utf8.contains(where: { ASCII.lowercased($0) != $0 }) {
      note(.fieldNameUppercase, at: place, evidence: line)
    }
    if HTTP2Fields.connectionSpecific.contains(name.lowercased()) {
      note(.connectionSpecificField, at: place, evidence: line)
    }
    let bytes = Array(value.utf8)
    if let first = bytes.first, let last = bytes.last, ASCII.isBlank(first) || ASCII.isBlank(last) {
      note(.fieldValueBlanks, at: place, evidence: line)
    }
    if bytes.contains(ASCII.nul) { note(.fieldValueNUL, at: place, evidence: line) }
    if bytes.contains(where: { $0 != ASCII.nul && ASCII.isForbiddenControl($0) }) {
      note(.fieldValueControl, at: place, evidence: line)
    }
    if bytes.contains(where: { $0 > 0x7F }) { note(.fieldValueNotASCII, at: place, evidence: line) }
  }

  /// Notes a deviation: each kind once with its first place.
  private mutating func note(
    _ kind: Deviation.Kind,
    at offset: Int,
    evidence: some Collection<UInt8>
  ) {
    if let index = noted.firstIndex(where: { $0.kind == kind }) {
      noted[index].count += 1
    } else {
      noted.append(Deviation(kind, at: offset, evidence: evidence))
    }
  }
}
