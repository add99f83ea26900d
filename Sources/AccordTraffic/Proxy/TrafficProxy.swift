import AccordModel
public import AccordRunning
import AccordWire
import Dispatch
import Synchronization

/// Listens on a port, passes all that comes on to a server byte for byte, and has the exchanges judged as they go
/// by.
///
/// ```swift
/// let run = TrafficRun([TrafficTarget(Shop.suite, at: address)], subject: address.description)
/// let proxy = try await TrafficProxy.start(to: address, judgedBy: run)
/// // … send requests to http://127.0.0.1:\(proxy.port) …
/// await proxy.stop()
/// let report = run.report()
/// ```
///
/// Nothing is changed, the Host field neither. What cannot be judged as fast as it comes is passed on all the same,
/// and told as not judged.
public final class TrafficProxy: Sendable {
  /// Why no proxy could be started.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// What was expected, what was found, and what to do.
    public let description: String
    /// Whether the arguments are wrong, and not what they meet.
    public let isOfArguments: Bool
  }

  /// The port that is listened on.
  public var port: Int { relay.port }

  private let relay: WireRelay
  private let queue: SeenQueue

  private init(_ relay: WireRelay, _ queue: SeenQueue) {
    self.relay = relay
    self.queue = queue
  }

  /// Listens on a host and a port, 0 for any free one.
  ///
  /// Of the settings those hold that are about TLS and the size of bodies.
  public static func start(
    to address: ServerAddress,
    judgedBy run: TrafficRun,
    host: String = "127.0.0.1",
    port: Int = 0,
    settings: ConnectionSettings = ConnectionSettings()
  ) async throws(Failure) -> TrafficProxy {
    var trust = TLSClientConfiguration.Trust.system
    if let file = settings.caFile { trust = .authorities([.file(file)]) }
    if settings.isInsecure { trust = .insecure }
    let queue = SeenQueue(run, origin: address.origin)
    do throws(WireServerFailure) {
      let relay = try await WireRelay.start(
        host: host,
        port: port,
        to: Endpoint(
          scheme: address.isSecure ? .https : .http,
          host: address.host,
          port: address.port,
          socketPath: address.socketPath
        ),
        tls: TLSClientConfiguration(trust: trust),
        limits: ReadLimits(maxBodyBytes: settings.largestBody),
        hear: queue.hear
      )
      return TrafficProxy(relay, queue)
    } catch {
      switch error {
      case .addressNotAvailable, .hostUnknown, .tls:
        throw Failure(description: "\(error)", isOfArguments: true)
      case .addressInUse, .permissionDenied, .other:
        throw Failure(description: "\(error)", isOfArguments: false)
      }
    }
  }

  /// Stops listening, closes all connections, and waits until all that was seen is judged.
  public func stop() async {
    await relay.shutdown()
    await queue.finish()
  }
}
