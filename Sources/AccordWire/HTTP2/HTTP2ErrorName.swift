/// An error code of HTTP/2 as its specification names it (RFC 9113 section 7).
struct HTTP2ErrorName: CustomStringConvertible {
  let code: UInt32

  init(_ code: UInt32) { self.code = code }

  private static let names = [
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT",
    "STREAM_CLOSED", "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR",
    "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  ]

  var description: String {
    let number = "0x" + String(code, radix: 16)
    return Int(code) < Self.names.count ? "\(Self.names[Int(code)]) (\(number))" : "code \(number)"
  }
}
