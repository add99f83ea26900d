public import AccordMocking
public import AccordRunning

extension MockServer {
  /// Where it listens: what a run, or any client, is given.
  public var address: ServerAddress {
    ServerAddress(isSecure: isSecure, host: host, port: port)
  }
}
