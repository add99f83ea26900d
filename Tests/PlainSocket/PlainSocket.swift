import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A TCP socket of the operating system, so that nothing of our own reads what the mock writes.
package enum PlainSocket {
  /// How the peer ended the connection.
  package enum End: Sendable, Equatable {
    case closed
    case reset
    /// It did not: nothing came any more.
    case open
  }

  package struct Received: Sendable, Equatable {
    package var bytes: [UInt8]
    package var end: End

    package init(bytes: [UInt8], end: End) {
      self.bytes = bytes
      self.end = end
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  struct Failure: Error {
    var call: String
    var code: Int32
  }

  /// Sends bytes and reads until the connection ends, or until nothing came for so long.
  ///
  /// The time is long, because other tests may hold the processors.
  package static func exchange(
    _ port: Int,
    _ request: [UInt8],
    patience: Int = 120_000
  ) async throws -> Received {
    // Blocking calls must not hold the threads on which the mock runs.
    try await NIOThreadPool.singleton.runIfActive {
      try exchangeNow(port, request, patience: patience)
    }
  }

  private static func exchangeNow(
    _ port: Int,
    _ request: [UInt8],
    patience: Int
  ) throws -> Received {
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    let handle = socket(AF_INET, kind, 0)
    guard handle >= 0 else { throw Failure(call: "socket", code: errno) }
    defer { close(handle) }
    var wait = timeval()
    wait.tv_sec = .init(patience / 1_000)
    wait.tv_usec = .init(patience % 1_000 * 1_000)
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(call: "connect", code: errno) }
    guard send(handle, request, request.count, 0) == request.count else {
      throw Failure(call: "send", code: errno)
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(handle, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
      } else if count == 0 {
        return Received(bytes: received, end: .closed)
      } else if errno == ECONNRESET {
        return Received(bytes: received, end: .reset)
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        return Received(bytes: received, end: .open)
      } else if errno != EINTR {
        throw Failure(call: "recv", code: errno)
      }
    }
  }
}

/// An HTTP message as it is written in a test: the lines of the head end in CR LF on the wire, the
/// body follows the empty line as it is.
package func wire(_ message: String) -> String {
  guard let blank = message.firstRange(of: "\n\n") else {
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n") + "\r\n\r\n"
  }
  let head = message[..<blank.lowerBound]
    .split(separator: "\n", omittingEmptySubsequences: false)
    .joined(separator: "\r\n")
  return head + "\r\n\r\n" + message[blank.upperBound...]
}
