/// The content of a message that was seen.
public enum SeenContent: Sendable, Hashable {
  /// All its bytes, without transfer and content codings.
  case whole([UInt8])
  /// It was not recorded, or not all of it, with the reason as a sentence.
  case absent(reason: String)

  /// The bytes; none where they are not known.
  var bytes: [UInt8] {
    guard case .whole(let bytes) = self else { return [] }
    return bytes
  }

  /// Why the bytes are not known; `nil` where they are.
  var absence: String? {
    guard case .absent(let reason) = self else { return nil }
    return reason
  }
}
