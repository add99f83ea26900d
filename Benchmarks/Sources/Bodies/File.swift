#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads a file into exactly as much memory as it takes.
enum File {
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Misuse(usage: "no file " + path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

/// The most memory that the process had so far.
enum Memory {
  /// In bytes; Linux counts in kilobytes, Darwin in bytes.
  static func peak() -> Int {
    var usage = rusage()
    // The constant has another type in glibc; it is zero everywhere.
    getrusage(0, &usage)
    #if canImport(Glibc)
    return usage.ru_maxrss * 1024
    #else
    return usage.ru_maxrss
    #endif
  }
}

/// The time that the process was running.
enum ProcessorTime {
  static func seconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}
