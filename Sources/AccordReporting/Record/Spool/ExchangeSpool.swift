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
    /// Where the next bytes stand that are written.
    var end = 0
    /// Bytes that stand from there on and are not written yet: to write those of each case apart takes
    /// longer than to make them.
    var pending: [UInt8] = []
    /// Whether they cannot be written: they stay in memory, and nothing is added.
    var isFull = false
    var failure: Int32?
  }

  /// How many bytes are written at once, at least.
  private static let length = 1 << 17

  private let descriptor: Int32
  private let state = Mutex(State())

  /// What many cases have in common, each once.
  private let commons = Mutex<[KeptCase.Common.Values: KeptCase.Common]>([:])

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
    let place = state.withLock { state -> Range<Int>? in
      guard !state.isFull, state.pending.count + bytes.count < Self.length || flush(&state) else {
        return nil
      }
      let start = state.end + state.pending.count
      if bytes.count < Self.length { state.pending += bytes } else { state.end += bytes.count }
      return start..<start + bytes.count
    }
    guard let place, bytes.count >= Self.length else { return place }
    return write(bytes, at: place.lowerBound) ? place : nil
  }

  /// Writes what is pending; tells whether it could be.
  private func flush(_ state: inout State) -> Bool {
    guard write(state.pending, at: state.end) else {
      state.isFull = true
      return false
    }
    state.end += state.pending.count
    state.pending.removeAll(keepingCapacity: true)
    return true
  }

  private func write(_ bytes: [UInt8], at place: Int) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { part in
        pwrite(descriptor, part.baseAddress, part.count, off_t(place + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// The bytes that stand at a place; nil where they cannot be read, which is noted.
  func bytes(at place: Range<Int>) -> [UInt8]? {
    let pending = state.withLock { state -> [UInt8]? in
      let offset = place.lowerBound - state.end
      guard offset >= 0, offset + place.count <= state.pending.count else { return nil }
      return Array(state.pending[offset..<offset + place.count])
    }
    if let pending { return pending }
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

  /// The one place of what many cases have in common.
  func common(_ values: KeptCase.Common.Values) -> KeptCase.Common {
    commons.withLock { commons in
      if let known = commons[values] { return known }
      let common = KeptCase.Common(values)
      commons[values] = common
      return common
    }
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
