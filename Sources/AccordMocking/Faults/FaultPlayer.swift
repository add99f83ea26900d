import AccordModel
import AccordWire

/// Turns an answer with its faults into what happens on the wire.
struct FaultPlayer: Sendable {
  /// Whether the request asked for the head only.
  let isHEAD: Bool

  /// Whether the connection may live on.
  let keepsAlive: Bool

  /// How many pieces a slow body comes in.
  static let pieces = 10

  /// What the server does.
  func reply(_ answer: MockAnswer) -> WireReply {
    var pause: Duration?
    for fault in answer.faults {
      switch fault {
      case .slowBody(let milliseconds): pause = .milliseconds(milliseconds)
      case .resetBeforeHead: return WireReply([.reset])
      case .neverAnswer: return WireReply([.neverAnswer])
      case .garbage: return WireReply([.write(Self.garbage), .close])
      case .malformedHead:
        return WireReply([.write("HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n"), .close])
      case .resetInBody: return WireReply(half(of: answer) + [.reset])
      case .truncatedBody: return WireReply(half(of: answer) + [.close])
      case .delay, .malformedJSON, .malformedXML, .wrongStatus, .wrongContentType, .droppedHeader:
        // The mock has waited, and has changed the content, before the answer came here.
        break
      }
    }
    return whole(answer, pause: pause)
  }

  private func whole(_ answer: MockAnswer, pause: Duration?) -> WireReply {
    // Without Content-Length the end of the connection is the end of the body (RFC 9112 6.3).
    let isFramed =
      answer.status == 204 || !answer.fields.values(of: "Content-Length").isEmpty || isHEAD
    let keepsAlive = keepsAlive && isFramed
    let head = head(answer, keepsAlive: keepsAlive)
    let body = isHEAD || answer.status == 204 || answer.status == 304 ? [] : answer.body
    guard let pause, !body.isEmpty else {
      return WireReply(
        [.write(head + body)] + (keepsAlive ? [] : [.close]),
        keepAlive: keepsAlive
      )
    }
    let size = (body.count + Self.pieces - 1) / Self.pieces
    return WireReply(
      [.write(head), .pause(pause)] + WireAction.trickle(body, by: size, pause: pause)
        + (keepsAlive ? [] : [.close]),
      keepAlive: keepsAlive
    )
  }

  /// The head and the first half of the body; an empty body is announced with one byte.
  private func half(of answer: MockAnswer) -> [WireAction] {
    var announced = answer
    announced.setField("Content-Length", String(max(1, answer.body.count)))
    let head = head(announced, keepsAlive: true)
    // The pause lets the half arrive before a reset throws it away.
    return [.write(head + answer.body.prefix(answer.body.count / 2)), .pause(.milliseconds(20))]
  }

  private func head(_ answer: MockAnswer, keepsAlive: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(answer.status) \(answer.reason)\r\n"
    for field in answer.fields { text += "\(field.name): \(field.value)\r\n" }
    if !keepsAlive { text += "Connection: close\r\n" }
    return Array((text + "\r\n").utf8)
  }

  /// Bytes that begin no HTTP message.
  static let garbage: [UInt8] =
    [0x00, 0xFF, 0x16, 0x03, 0x01, 0x0D, 0x0A] + Array("this is no HTTP\r\n\r\n".utf8)
}
