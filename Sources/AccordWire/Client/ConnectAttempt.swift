import NIOCore

/// One attempt to connect: the first end that it finds is its end.
///
/// It lives on its event loop.
final class ConnectAttempt: Sendable {
  private struct Progress {
    var step = WireFailure.ConnectStep.nameAndTCP
    var channel: (any Channel)?
    var hasEnded = false
  }

  let loop: any EventLoop
  private let promise: EventLoopPromise<PooledConnection>
  private let progress: NIOLoopBoundBox<Progress>

  init(promise: EventLoopPromise<PooledConnection>, loop: any EventLoop) {
    self.promise = promise
    self.loop = loop
    progress = .makeBoxSendingValue(Progress(), eventLoop: loop)
  }

  var step: WireFailure.ConnectStep {
    get { progress.value.step }
    set { progress.value.step = newValue }
  }

  /// The channel as soon as there is one; closed at once when it comes too late.
  var channel: (any Channel)? {
    get { progress.value.channel }
    set {
      progress.value.channel = newValue
      if progress.value.hasEnded { newValue?.close(promise: nil) }
    }
  }

  /// Ends the attempt, unless it has ended; a failed one leaves no channel behind.
  func end(_ result: Result<PooledConnection, WireFailure>) {
    guard !progress.value.hasEnded else { return }
    progress.value.hasEnded = true
    switch result {
    case .success(let connection):
      promise.succeed(connection)
    case .failure(let failure):
      progress.value.channel?.close(promise: nil)
      promise.fail(failure)
    }
  }
}
