#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The error numbers of the operating system that have a meaning here, and the wall clock.
enum POSIXCode {
  static let connectionReset = ECONNRESET
  static let connectionRefused = ECONNREFUSED
  static let addressInUse = EADDRINUSE
  static let addressNotAvailable = EADDRNOTAVAIL
  static let permissionDenied = EACCES
  static let noSuchFile = ENOENT

  /// Why a host cannot be reached, for the numbers that say so.
  static func unreachableReason(_ code: CInt) -> String? {
    switch code {
    case ENETUNREACH: "the network is unreachable"
    case EHOSTUNREACH: "there is no route to the host"
    case ENETDOWN: "the network is down"
    case EADDRNOTAVAIL: "the address is not available"
    case EAFNOSUPPORT: "the address family is not supported"
    case ETIMEDOUT: "the operating system gave up waiting"
    case EACCES, EPERM: "permission denied"
    default: nil
    }
  }

  /// An error number in words.
  static func words(_ code: CInt) -> String { String(cString: strerror(code)) }

  /// Seconds since 1970, to hold against a certificate's dates.
  static var secondsSince1970: Int64 { Int64(time(nil)) }
}
