/// Why a server cannot start.
package enum WireServerFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case addressInUse(host: String, port: Int)
  case addressNotAvailable(host: String)
  case hostUnknown(host: String)
  case permissionDenied(port: Int)
  case tls(WireFailure)
  case other(String)

  package var description: String {
    switch self {
    case .addressInUse(let host, let port):
      "\(host) port \(port) is in use by another process. Choose another port, or 0 for any."
    case .addressNotAvailable(let host):
      """
      \(host) is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for all of its \
      addresses.
      """
    case .hostUnknown(let host):
      """
      "\(host)" is no address, and no name that can be resolved. Listen on 127.0.0.1, or on 0.0.0.0 \
      for all addresses of this machine.
      """
    case .permissionDenied(let port):
      "Port \(port) may not be opened by this user. Choose a port above 1023."
    case .tls(let failure):
      failure.description
    case .other(let reason):
      "The server could not be started: \(reason)."
    }
  }
}
