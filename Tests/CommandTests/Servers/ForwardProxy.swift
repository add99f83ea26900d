import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A proxy of plain sockets: it leads every connection to one port of this machine, whatever host
/// the client asks for, and keeps what it was asked.
final class ForwardProxy: Sendable {
  let port: Int
  private let listener: Int32
  private let target: Int
  private let heads = Mutex<[String]>([])

  struct Failure: Error {
    var call: String
    var code: Int32
  }

  init(to target: Int) throws {
    self.target = target
    listener = try Socket.listen()
    port = Socket.port(of: listener)
    let thread = Thread { [weak self, listener] in
      while true {
        guard let client = Socket.accept(listener), let proxy = self else { return }
        Thread { proxy.serve(client) }.start()
      }
    }
    thread.start()
  }

  /// The first request line of every connection.
  var requestLines: [String] { heads.withLock { $0 } }

  /// The value for `http_proxy`.
  var address: String { "http://127.0.0.1:\(port)" }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ client: Int32) {
    defer { close(client) }
    guard let head = Socket.head(from: client), let server = try? Socket.connect(to: target) else {
      return
    }
    defer { close(server) }
    let line = String(decoding: head.prefix { $0 != 0x0D }, as: UTF8.self)
    heads.withLock { $0.append(line) }
    if line.hasPrefix("CONNECT ") {
      Socket.send(Array("HTTP/1.1 200 Open\r\n\r\n".utf8), to: client)
    } else {
      Socket.send(head, to: server)
    }
    let back = Thread { Socket.pump(from: server, to: client) }
    back.start()
    Socket.pump(from: client, to: server)
    while !back.isFinished { usleep(1_000) }
  }
}
