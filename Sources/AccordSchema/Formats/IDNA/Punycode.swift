/// Punycode (RFC 3492), the ASCII form of labels in host names.
enum Punycode {
  private static let base = 36
  private static let smallest = 1
  private static let largest = 26
  private static let skew = 38
  private static let damp = 700
  private static let firstBias = 72
  private static let firstScalar = 128

  /// The scalars of a text behind the prefix `xn--`; nil if the text is none of Punycode.
  static func decoded(_ text: Span<UInt8>) -> [UInt32]? {
    var scalars: [UInt32] = []
    var start = 0
    for index in text.indices where text[index] == UInt8(ascii: "-") { start = index + 1 }
    for index in 0..<max(start - 1, 0) {
      guard text[index] < 0x80 else { return nil }
      scalars.append(UInt32(text[index]))
    }
    var scalar = firstScalar
    var place = 0
    var bias = firstBias
    var index = start
    while index < text.count {
      let before = place
      var weight = 1
      var step = base
      while true {
        guard index < text.count, let digit = digit(text[index]) else { return nil }
        index += 1
        // A label has 63 characters at most; a place far beyond them is no mistake of arithmetic.
        place += digit * weight
        guard place < 1 << 40 else { return nil }
        let threshold = min(max(step - bias, smallest), largest)
        if digit < threshold { break }
        weight *= base - threshold
        guard weight < 1 << 40 else { return nil }
        step += base
      }
      bias = adapted(place - before, scalars.count + 1, isFirst: before == 0)
      scalar += place / (scalars.count + 1)
      place %= scalars.count + 1
      guard scalar <= 0x10FFFF, Unicode.Scalar(UInt32(scalar)) != nil else { return nil }
      scalars.insert(UInt32(scalar), at: place)
      place += 1
    }
    return scalars
  }

  /// The text that stands for scalars behind the prefix `xn--`.
  ///
  /// There are at most a few dozen scalars; longer labels are refused before.
  static func encoded(_ scalars: [UInt32]) -> [UInt8] {
    var text = scalars.filter { $0 < 0x80 }.map { UInt8(truncatingIfNeeded: $0) }
    let basic = text.count
    if basic > 0 { text.append(UInt8(ascii: "-")) }
    var scalar = firstScalar
    var delta = 0
    var bias = firstBias
    var handled = basic
    while handled < scalars.count {
      guard let next = scalars.lazy.map(Int.init).filter({ $0 >= scalar }).min() else { break }
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for value in scalars.lazy.map(Int.init) {
        if value < scalar { delta += 1 }
        guard value == scalar else { continue }
        append(delta, bias, to: &text)
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return text
  }

  private static func append(_ delta: Int, _ bias: Int, to text: inout [UInt8]) {
    var rest = delta
    var step = base
    while true {
      let threshold = min(max(step - bias, smallest), largest)
      guard rest >= threshold else { break }
      let digit = threshold + (rest - threshold) % (base - threshold)
      text.append(letter(digit))
      rest = (rest - threshold) / (base - threshold)
      step += base
    }
    text.append(letter(rest))
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var steps = 0
    while delta > (base - smallest) * largest / 2 {
      delta /= base - smallest
      steps += base
    }
    return steps + (base - smallest + 1) * delta / (delta + skew)
  }

  private static func letter(_ digit: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: digit < 26 ? 0x61 + digit : 0x30 + digit - 26)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 + 26
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61
    default: nil
    }
  }
}
