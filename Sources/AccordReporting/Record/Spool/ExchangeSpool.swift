import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file in which a run puts what was sent and received, so that its memory does not grow with it.
///
/// It has no name from the moment it is made: whatever ends the process, nothing of it stays. What is
/// put there has no secrets that are known at the time, as any report.
package final class ExchangeSpool: Sendable {
  private struct State {
    var end = 0
    var failure: Int32?
  }

  private let descriptor: Int32
  private let state = Mutex(State())

  /// Makes the file in the folder for temporary files; nil where none can be made.
  package init?(in folder: String? = nil) {
    let folder = folder ?? Self.temporaryFolder
    var template = Array("\(folder)/accord-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else {
      return "/tmp"
    }
    return folder
  }

  /// Adds bytes at the end, and says where they stand; nil where they cannot be written.
  func append(_ bytes: [UInt8]) -> Range<Int>? {
    let place = state.withLock { state in
      defer { state.end += bytes.count }
      return state.end..<state.end + bytes.count
    }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { part in
        pwrite(descriptor, part.baseAddress, part.count, off_t(place.lowerBound + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      written += count
    }
    return place
  }

  /// The bytes that stand at a place; nil where they cannot be read, which is noted.
  func bytes(at place: Range<Int>) -> [UInt8]? {
    var read = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, initialized in
      while read < place.count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[read...]
        )
        let count = pread(descriptor, rest.baseAddress, rest.count, off_t(place.lowerBound + read))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          note(count < 0 ? errno : EIO)
          break
        }
        read += count
      }
      initialized = read
    }
    return read == place.count ? bytes : nil
  }

  /// Notes that what was read is not what was written.
  func noteDamage() { note(EIO) }

  private func note(_ code: Int32) {
    state.withLock { state in state.failure = state.failure ?? code }
  }

  /// Why something of the run could not be read again, if that is so.
  package var failure: String? {
    state.withLock { $0.failure }.map { String(cString: strerror($0)) }
  }
}
