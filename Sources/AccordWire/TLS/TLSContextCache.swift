import Synchronization

/// Makes the contexts of a client when they are first needed: reading the system's authorities
/// takes a while, and plain http needs none.
final class TLSContextCache: Sendable {
  private struct Contexts {
    var checkingNames: Result<TLSContext, WireFailure>?
    var notCheckingNames: Result<TLSContext, WireFailure>?
  }

  private let configuration: TLSClientConfiguration
  private let contexts = Mutex(Contexts())

  init(_ configuration: TLSClientConfiguration) {
    self.configuration = configuration
  }

  func context(checksNames: Bool) throws(WireFailure) -> TLSContext {
    let slot = checksNames ? \Contexts.checkingNames : \Contexts.notCheckingNames
    let result = contexts.withLock { contexts in
      let result =
        contexts[keyPath: slot]
        ?? Result { () throws(WireFailure) in
          try TLSContexts.client(configuration, checksNames: checksNames)
        }
      contexts[keyPath: slot] = result
      return result
    }
    return try result.get()
  }
}
