import NIOCore
import NIOPosix

/// Names what goes wrong on the way to a connection.
enum ConnectFailure {
  static func failure(of error: any Error, at endpoint: Endpoint) -> WireFailure {
    let address = endpoint.shown
    switch error {
    case let failure as WireFailure:
      return failure
    case let error as NIOConnectionError:
      guard !error.connectionErrors.isEmpty else { return .nameNotResolved(host: endpoint.host) }
      let failures = error.connectionErrors.map { failure(of: $0.error, at: endpoint) }
      // Of several addresses, one that answered says more than one that cannot be reached.
      return failures.first { $0 == .refused(address: address) } ?? failures[0]
    case ChannelError.connectTimeout(let limit):
      return .connectTimeout(step: .nameAndTCP, nanoseconds: limit.nanoseconds)
    case SocketAddressError.unixDomainSocketPathTooLong:
      return .unreachable(address: address, reason: "the path of the socket is too long")
    case let error as IOError:
      if error.errnoCode == POSIXCode.connectionRefused { return .refused(address: address) }
      if endpoint.socketPath != nil, error.errnoCode == POSIXCode.noSuchFile {
        return .unreachable(address: address, reason: "no socket is there")
      }
      if error.errnoCode == POSIXCode.connectionReset { return .reset(phase: .head) }
      if let reason = POSIXCode.unreachableReason(error.errnoCode) {
        return .unreachable(address: address, reason: reason)
      }
      return .other("\(error)")
    default:
      return .other("\(error)")
    }
  }

  /// What a failure means when it is the proxy that did not answer CONNECT.
  static func ofProxy(_ failure: WireFailure) -> WireFailure {
    switch failure {
    case .cancelled, .connectTimeout, .responseTimeout: failure
    default: .proxyUnreadable(reason: failure.description)
    }
  }
}
