#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Blocking TCP sockets on loopback.
enum Socket {
  /// Listens on any free port.
  static func listen() throws -> Int32 {
    let handle = try make()
    var address = loopback(0)
    let bound = withAddress(&address) { bind(handle, $0, $1) }
    guard bound == 0, Self.platformListen(handle) == 0 else {
      throw ForwardProxy.Failure(call: "listen", code: errno)
    }
    return handle
  }

  /// Waits for a client; `nil` when the listener was stopped.
  static func accept(_ listener: Int32) -> Int32? {
    let handle = platformAccept(listener)
    guard handle >= 0 else { return nil }
    keepFromChildren(handle)
    return handle
  }

  /// A process that a test starts must not keep its sockets open.
  private static func keepFromChildren(_ handle: Int32) {
    _ = fcntl(handle, F_SETFD, FD_CLOEXEC)
  }

  /// The port that a socket is bound to.
  static func port(of handle: Int32) -> Int {
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withAddress(&address) { pointer, _ in getsockname(handle, pointer, &length) }
    return Int(in_port_t(bigEndian: address.sin_port))
  }

  /// A port on which nothing listens, at least not a moment ago.
  static func refusingPort() throws -> Int {
    let handle = try make()
    defer { close(handle) }
    var address = loopback(0)
    guard withAddress(&address, { bind(handle, $0, $1) }) == 0 else {
      throw ForwardProxy.Failure(call: "bind", code: errno)
    }
    return port(of: handle)
  }

  /// Connects to a port.
  static func connect(to port: Int) throws -> Int32 {
    let handle = try make()
    var address = loopback(port)
    guard withAddress(&address, { platformConnect(handle, $0, $1) }) == 0 else {
      defer { close(handle) }
      throw ForwardProxy.Failure(call: "connect", code: errno)
    }
    return handle
  }

  /// The bytes until the end of a message head, or `nil` if the peer closes before.
  static func head(from handle: Int32) -> [UInt8]? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while head.suffix(4) != [0x0D, 0x0A, 0x0D, 0x0A] {
      guard recv(handle, &byte, 1, 0) == 1 else { return nil }
      head.append(byte)
    }
    return head
  }

  /// Sends all bytes, as far as the peer takes them.
  static func send(_ bytes: [UInt8], to handle: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { platformSend(handle, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Passes bytes on until one side ends.
  static func pump(from source: Int32, to sink: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(source, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      send(Array(buffer[..<count]), to: sink)
    }
    shutdown(sink, Int32(SHUT_WR))
  }

  private static func make() throws -> Int32 {
    #if canImport(Glibc)
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let handle = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard handle >= 0 else { throw ForwardProxy.Failure(call: "socket", code: errno) }
    keepFromChildren(handle)
    return handle
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  private static func withAddress<Result>(
    _ address: inout sockaddr_in,
    _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  // Members of this type hide the functions of the same names.

  private static func platformListen(_ handle: Int32) -> Int32 {
    #if canImport(Glibc)
    Glibc.listen(handle, 64)
    #elseif canImport(Musl)
    Musl.listen(handle, 64)
    #else
    Darwin.listen(handle, 64)
    #endif
  }

  private static func platformAccept(_ listener: Int32) -> Int32 {
    #if canImport(Glibc)
    Glibc.accept(listener, nil, nil)
    #elseif canImport(Musl)
    Musl.accept(listener, nil, nil)
    #else
    Darwin.accept(listener, nil, nil)
    #endif
  }

  private static func platformConnect(
    _ handle: Int32,
    _ address: UnsafePointer<sockaddr>,
    _ length: socklen_t
  ) -> Int32 {
    #if canImport(Glibc)
    Glibc.connect(handle, address, length)
    #elseif canImport(Musl)
    Musl.connect(handle, address, length)
    #else
    Darwin.connect(handle, address, length)
    #endif
  }

  private static func platformSend(
    _ handle: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int
  ) -> Int {
    #if canImport(Glibc)
    // A peer that went away is no reason to end the tests.
    Glibc.send(handle, bytes, count, Int32(MSG_NOSIGNAL))
    #elseif canImport(Musl)
    Musl.send(handle, bytes, count, Int32(MSG_NOSIGNAL))
    #else
    Darwin.send(handle, bytes, count, 0)
    #endif
  }
}
