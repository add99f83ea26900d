#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A thread with a stack of its own size, for schemas that a document leads deep into one another.
enum DeepStack {
  /// What is called on the thread, which the caller waits for.
  fileprivate final class Job {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Calls `body` on a stack of some bytes, of which the system gives what is used; on the stack of
  /// the caller where there is no such thread.
  static func run<Result>(bytes: Int, _ body: () throws -> Result) throws -> Result {
    try withoutActuallyEscaping(body) { body in
      // The job outlives the thread, which is joined before this returns.
      var result: Swift.Result<Result, any Error>?
      let job = Job { result = Swift.Result { try body() } }
      if !call(Unmanaged.passUnretained(job).toOpaque(), bytes) { job.body() }
      withExtendedLifetime(job) {}
      guard let result else { return try body() }
      return try result.get()
    }
  }

  private static func call(_ job: UnsafeMutableRawPointer, _ bytes: Int) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return false }
    #if canImport(Darwin)
    var thread: pthread_t?
    guard pthread_create(&thread, &attributes, callJob, job) == 0, let thread else { return false }
    #else
    var thread = pthread_t()
    guard pthread_create(&thread, &attributes, callJob, job) == 0 else { return false }
    #endif
    return pthread_join(thread, nil) == 0
  }
}

#if canImport(Darwin)
private func callJob(_ job: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<DeepStack.Job>.fromOpaque(job).takeUnretainedValue().body()
  return nil
}
#else
private func callJob(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let job else { return nil }
  Unmanaged<DeepStack.Job>.fromOpaque(job).takeUnretainedValue().body()
  return nil
}
#endif
