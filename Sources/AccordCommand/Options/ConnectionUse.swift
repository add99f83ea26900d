import ArgumentParser

/// Whether a connection carries one exchange or several.
enum ConnectionUse: String, ExpressibleByArgument, CaseIterable {
  /// A connection is kept for the next exchange, as HTTP/1.1 does.
  case keepAlive = "keep-alive"
  /// Each exchange has a connection of its own, and its request says so.
  case close
}
