#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The calls of POSIX that write files, with their errors in words.
///
/// Foundation's own writing replaces devices and links by files, and says why not in words of its own.
package enum FileSystem {
  /// Why a call failed.
  package struct Failure: Error {
    /// The reason, to stand behind a colon.
    package var reason: String

    /// Whether what read from a pipe has gone.
    package var isAbandonment = false

    package init(reason: String) { self.reason = reason }

    /// The reason of an error's number.
    package init(code: Int32) {
      isAbandonment = code == EPIPE
      reason =
        switch code {
        case EACCES, EPERM: "permission is denied"
        case EROFS: "the volume can only be read"
        case ENOSPC, EDQUOT: "no space is left"
        case EEXIST, ENOTDIR: "a file stands where a folder is needed"
        case EISDIR: "a folder stands there"
        case ENOENT: "its folder does not exist"
        case ENXIO: "nothing reads from this pipe"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "its symbolic links lead in a circle"
        case EPIPE: "what read from it has gone"
        case EBADF: "it is closed"
        default: String(cString: strerror(code))
        }
    }
  }

  /// What stands at a path.
  package enum Kind {
    case absent, regular, folder
    /// A symbolic link to nothing.
    case danglingLink
    /// A device, a pipe or a socket.
    case other
  }

  /// What stands at a path; symbolic links are followed.
  package static func kind(of path: String) throws(Failure) -> Kind {
    guard !path.isEmpty else { throw Failure(reason: "the path is empty") }
    guard !path.utf8.contains(0) else { throw Failure(reason: "the path holds a zero byte") }
    // What is open is written on, and not replaced: others write there too.
    if let place = openPlace(path) {
      guard isOutput(place) else { throw Failure(code: EBADF) }
      return .other
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw Failure(code: errno) }
      return lstat(path, &status) == 0 ? .danglingLink : path.hasSuffix("/") ? .folder : .absent
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Why nothing is written to a path that names a folder, be one there or not.
  package static func folderFailure(at path: String) -> Failure {
    var status = stat()
    return Failure(
      reason: stat(path, &status) == 0
        ? "a folder stands there" : "its name ends with a slash, as that of a folder does"
    )
  }

  /// The path without symbolic links.
  package static func realPath(of path: String) throws(Failure) -> String {
    guard let found = realpath(path, nil) else { throw Failure(code: errno) }
    defer { free(found) }
    return String(cString: found)
  }

  /// Where a symbolic link leads; nil if none stands at the path.
  package static func link(at path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a path names standard output: what is written there is all that it should hold.
  package static func isStandardOutput(_ path: String) -> Bool { openPlace(path) == STDOUT_FILENO }

  /// Makes the folders above a file.
  package static func makeFolder(above path: String) throws(Failure) {
    for slash in path.indices where path[slash] == "/" && slash > path.startIndex {
      let folder = String(path[..<slash])
      guard mkdir(folder, 0o777) != 0 else { continue }
      let code = errno
      var status = stat()
      if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
      // Its own folder is there: some file systems let nobody make one.
      guard code != ENOENT else { throw Failure(reason: "the folder \"\(folder)\" cannot be made") }
      throw Failure(code: code)
    }
  }

  /// Writes the content of a file that is open.
  package typealias Content = (_ descriptor: Int32) throws(Failure) -> Void

  /// Replaces a file, or makes it, in one step: nobody sees half of it, and what is there stays when
  /// the new content cannot be written.
  package static func replace(_ path: String, _ content: Content) throws(Failure) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let name = String(path[slash...].prefix(100))
    let temporary = "\(path[..<slash]).\(name).\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      // A file may be written where its folder is closed to new ones.
      guard errno == EACCES || errno == EPERM else { throw Failure(code: errno) }
      return try fill(path, content)
    }
    do throws(Failure) {
      var status = stat()
      if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
      try content(descriptor)
      guard close(descriptor) else { throw Failure(code: errno) }
      guard rename(temporary, path) == 0 else { throw Failure(code: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes a file in its place.
  package static func fill(_ path: String, _ content: Content) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    try content(descriptor)
  }

  /// A file opened to be written at its end; a new one is emptied.
  package static func opened(_ path: String, isNew: Bool) throws(Failure) -> Int32 {
    if let place = openPlace(path) {
      let descriptor = fcntl(place, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else { throw Failure(code: errno) }
      return descriptor
    }
    // Without a reader a pipe would hold the run up for ever.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | (isNew ? O_TRUNC : 0)
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return descriptor
  }

  /// Adds bytes to an open file.
  package static func append(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // A pipe or terminal that does not block is full: it takes more when it was read from.
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&place, 1, -1)
        continue
      }
      guard count > 0 else { throw Failure(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Keeps files that are opened later from taking the places of standard input and outputs that are
  /// closed.
  ///
  /// What is written there would get into them. Reading and writing there fails as before.
  package static func keepStandardPlaces() {
    for place in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(place, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", place == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The place of what is open already, where a path names one, such as `/dev/stdout` or `/dev/fd/3`.
  private static func openPlace(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let folders = ["/dev/fd/", "/proc/self/fd/"]
      return folders.first(where: path.hasPrefix).flatMap { Int32(path.dropFirst($0.count)) }
    }
  }

  /// Whether something that can be written to stands in the place of an output.
  ///
  /// In that of one that was closed the runtime may have opened, before anything could be done about
  /// it, what is neither a file nor a device, a pipe or a socket.
  package static func isOutput(_ place: Int32) -> Bool {
    var status = stat()
    return fstat(place, &status) == 0 && status.st_mode & S_IFMT != 0
  }

  /// Closes an open file; tells whether all that was written arrived.
  @discardableResult
  package static func close(_ descriptor: Int32) -> Bool { closeFile(descriptor) == 0 }
}

/// The call of POSIX, whose name is taken in ``FileSystem``.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
