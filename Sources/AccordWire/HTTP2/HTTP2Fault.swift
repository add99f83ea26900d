#if HTTP2
import NIOHPACK
import NIOHTTP2

/// What the frames' library says of a peer that breaks the protocol, in words.
enum HTTP2Fault {
  /// Whether a field section was larger than is read.
  static func isOverLimit(_ error: any Error) -> Bool {
    error is NIOHPACKErrors.MaxHeaderListSizeViolation
      || error is NIOHTTP2Errors.ExcessivelyLargeHeaderBlock
      || error is NIOHTTP2Errors.ExcessiveContinuationFrames
  }

  static func words(_ error: any Error) -> String {
    switch error {
    case let error as NIOHTTP2Errors.StreamError: words(error.baseError)
    case is NIOHTTP2Errors.FlowControlViolation: "more content came than its window allows"
    case is NIOHTTP2Errors.InvalidFlowControlWindowSize: "a window grew beyond 2^31 - 1 bytes"
    case is NIOHTTP2Errors.InvalidWindowIncrementSize: "WINDOW_UPDATE had an increment of 0"
    case is NIOHTTP2Errors.UnableToParseFrame: "a frame cannot be parsed"
    case is NIOHTTP2Errors.MissingPreface: "another frame came before SETTINGS"
    case is NIOHTTP2Errors.StreamClosed: "a frame came on a stream that had ended"
    case is NIOHTTP2Errors.NoSuchStream: "a frame came on a stream that was never opened"
    case is NIOHTTP2Errors.InvalidStreamIDForPeer: "a stream was opened that only a client may open"
    case is NIOHTTP2Errors.PushInViolationOfSetting: "PUSH_PROMISE came though push is disabled"
    case is NIOHTTP2Errors.InvalidSetting, is NIOHTTP2Errors.ReceivedBadSettings:
      "SETTINGS had a value that is not allowed"
    case is NIOHTTP2Errors.TrailersWithoutEndStream: "trailers did not end the stream"
    case is NIOHTTP2Errors.RaisedGoawayLastStreamID: "a second GOAWAY raised the last stream"
    case is NIOHTTP2Errors.BadStreamStateTransition:
      "a frame came that the state of its stream forbids"
    case is NIOHTTP2Errors.ExcessiveEmptyDataFrames: "too many empty DATA frames came"
    case is NIOHTTP2Errors.ExcessiveControlFrames: "too many control frames came"
    case is NIOHTTP2Errors.ExcessiveRSTFrames: "too many RST_STREAM frames came"
    case is any NIOHPACKError: "a field section cannot be decompressed (\(name(error)))"
    default: name(error)
    }
  }

  private static func name(_ error: any Error) -> String { "\(type(of: error))" }
}
#endif
