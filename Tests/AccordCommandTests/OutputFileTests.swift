import AccordReporting
import Foundation
import Testing

@testable import AccordCommand

/// What a report is written to.
@Suite struct OutputFileTests {
  /// A folder that is removed at the end.
  private final class Folder {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  private func reason(_ path: String) -> String? {
    do {
      try OutputFile.write("new", to: path, by: "--here")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("A new file is made with the folders above it, and nothing beside it stays")
  func newFile() throws {
    let folder = try Folder()
    try OutputFile.write("new", to: "\(folder.path)/a/b/c.txt", by: "--here")
    try OutputFile.write("newer", to: "\(folder.path)/a/b/c.txt", by: "--here")
    #expect(folder.text("a/b/c.txt") == "newer")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/a/b")
    #expect(names == ["c.txt"])
  }

  @Test("A symbolic link stays, and what it leads to is written")
  func links() throws {
    let folder = try Folder()
    try OutputFile.write("old", to: "\(folder.path)/real.txt", by: "--here")
    for (link, target) in [("link", "real.txt"), ("dangling", "later.txt")] {
      symlink(target, "\(folder.path)/\(link)")
      try OutputFile.write("new", to: "\(folder.path)/\(link)", by: "--here")
      #expect(folder.text(target) == "new")
      let found = try FileManager.default.destinationOfSymbolicLink(
        atPath: "\(folder.path)/\(link)"
      )
      #expect(found == target)
    }
  }

  @Test("The permissions of a file stay")
  func permissions() throws {
    let folder = try Folder()
    let path = "\(folder.path)/a.txt"
    try OutputFile.write("old", to: path, by: "--here")
    chmod(path, 0o640)
    try OutputFile.write("new", to: path, by: "--here")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test("A device is written through and stays a device")
  func devices() throws {
    try OutputFile.write("new", to: "/dev/null", by: "--here")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A pipe is written through; without a reader it is an error at once")
  func pipes() async throws {
    let folder = try Folder()
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(
      reason(path) == """
        Cannot write "\(path)": nothing reads from this pipe. Choose another place with --here.
        """
    )
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try OutputFile.write("new", to: path, by: "--here")
    var bytes = [UInt8](repeating: 0, count: 10)
    #expect(read(reader, &bytes, 10) == 3)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("What is open already is written on, and not replaced")
  func openFiles() throws {
    let folder = try Folder()
    let path = "\(folder.path)/log"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(descriptor >= 0)
    write(descriptor, "before ", 7)
    try OutputFile.write("new", to: "/dev/fd/\(descriptor)", by: "--here")
    write(descriptor, " after", 6)
    #expect(folder.text("log") == "before new after")
    #expect(close(descriptor) == 0)
    #expect(
      reason("/dev/fd/900000")
        == "Cannot write \"/dev/fd/900000\": it is closed. Choose another place with --here."
    )
  }

  @Test("What cannot be written is said in words")
  func reasons() throws {
    let folder = try Folder()
    try OutputFile.write("old", to: "\(folder.path)/file", by: "--here")
    symlink("circle", "\(folder.path)/circle")
    let name = String(repeating: "x", count: 300)
    for (path, words) in [
      ("", "the path is empty"),
      (folder.path, "a folder stands there"),
      ("\(folder.path)/new/", "its name ends with a slash, as that of a folder does"),
      ("\(folder.path)/file/a", "a file stands where a folder is needed"),
      ("\(folder.path)/circle", "its symbolic links lead in a circle"),
      ("\(folder.path)/\(name)/a", "the name is too long"),
      ("a\0b", "the path holds a zero byte"),
    ] {
      #expect(
        reason(path)
          == "Cannot write \"\(path)\": \(words). Choose another place with --here."
      )
    }
    #expect(folder.text("file") == "old")
    #if os(Linux)
    #expect(
      reason("/proc/x/y")
        == """
        Cannot write "/proc/x/y": the folder "/proc/x" cannot be made. Choose another place with --here.
        """
    )
    #expect(reason("/dev/full")?.hasPrefix("Cannot write \"/dev/full\": no space is left.") == true)
    #endif
  }
}
