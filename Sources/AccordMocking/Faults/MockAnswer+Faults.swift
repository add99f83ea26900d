import AccordModel

extension MockAnswer {
  /// The answer with the faults that change its content, and with those that the wire has to play
  /// noted for later.
  func with(_ faults: [Fault]) -> MockAnswer {
    var answer = self
    for fault in faults { answer.apply(fault) }
    return answer
  }

  private mutating func apply(_ fault: Fault) {
    switch fault {
    case .malformedJSON: breakBody(ending: [UInt8(ascii: "}"), UInt8(ascii: "]")], else: #"{"a":"#)
    case .malformedXML: breakBody(ending: [UInt8(ascii: ">")], else: "<a")
    case .wrongStatus(let code):
      status = code
      reason = ReasonPhrase.of(code)
    case .wrongContentType(let type): setField("Content-Type", type)
    case .droppedHeader(let name): fields.removeAll { $0.name.lowercased() == name.lowercased() }
    case .delay, .slowBody, .resetBeforeHead, .resetInBody, .truncatedBody, .malformedHead,
      .neverAnswer, .garbage:
      faults.append(fault)
    }
  }

  /// Takes the closing byte from a body, or replaces a body that has none by an unfinished one.
  private mutating func breakBody(ending: [UInt8], else replacement: String) {
    var bytes = body
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    if let last = bytes.last, ending.contains(last) {
      bytes.removeLast()
    } else {
      bytes = Array(replacement.utf8)
    }
    setBody(bytes)
  }
}
