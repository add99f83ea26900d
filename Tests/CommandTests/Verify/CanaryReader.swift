import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Looks for a secret in what was written, as somebody would who decodes whatever looks encoded.
///
/// It shares nothing with what hides secrets: every layer is undone on the whole text, one after another.
struct CanaryReader {
  /// As much of the secret as is a leak.
  private static let window = 10

  /// The first bytes of the secret as zlib: two bytes alone begin other texts too.
  private static let zlib: [UInt8] = [0x78, 0xDA, 0x2B, 0xC9]

  private let needles: [[UInt8]]

  init(_ secret: String) {
    let bytes = Array(secret.lowercased().utf8)
    needles = (0...bytes.count - Self.window).map { Array(bytes[$0..<$0 + Self.window]) }
  }

  /// The part of the secret that stands in a text, however often it is escaped; `nil` if none does.
  func leak(in bytes: [UInt8]) -> String? {
    var layer = bytes
    for round in 0..<4 {
      let flat = layer.filter { $0 != 0 && $0 >= 0x20 && $0 < 0x7F }
      if let found = find(in: flat) {
        return "\(found), unescaped \(round) times, in \(Self.surroundings(of: found, in: flat))"
      }
      for (name, decoded) in decodedRuns(flat) {
        if let found = find(in: decoded.filter { $0 != 0 }) { return "\(found) in \(name)" }
        // Compressed content cannot be looked into here, and has no business in a report.
        if decoded.starts(with: [0x1F, 0x8B, 0x08]) { return "gzip in \(name)" }
        if decoded.starts(with: Self.zlib) { return "zlib in \(name)" }
      }
      layer = unescaped(layer)
    }
    return nil
  }

  /// What stands around the secret, for whoever looks for its place.
  private static func surroundings(of found: String, in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let lower = text.lowercased()
    guard let range = lower.firstRange(of: found) else { return "" }
    let begin = lower.distance(from: lower.startIndex, to: range.lowerBound)
    return String(text.dropFirst(max(0, begin - 120)).prefix(240))
  }

  private func find(in bytes: [UInt8]) -> String? {
    var lower = bytes.map { CChar(bitPattern: (0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
    lower.append(0)
    return needles.first { needle in
      strstr(lower, needle.map { CChar(bitPattern: $0) } + [0]) != nil
    }
    .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What runs of the alphabets of Base64 and of hexadecimal digits hold.
  private func decodedRuns(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    var runs: [(String, [UInt8])] = []
    var base64: [UInt8] = []
    var hexadecimal: [UInt8] = []
    func endBase64() {
      if base64.count >= 14 {
        for skipped in 0..<4 { runs.append(("Base64", Self.base64(base64.dropFirst(skipped)))) }
      }
      base64 = []
    }
    func endHexadecimal() {
      if hexadecimal.count >= 20 {
        for skipped in 0..<2 {
          runs.append(("hex", Self.hexadecimal(hexadecimal.dropFirst(skipped))))
        }
      }
      hexadecimal = []
    }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x2D, 0x5F: base64.append(byte)
      default: endBase64()
      }
      switch byte {
      case 0x30 where index + 1 < bytes.count && bytes[index + 1] | 0x20 == 0x78: break
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: hexadecimal.append(byte)
      case 0x20, 0x3A, 0x2C, 0x78, 0x58: break
      default: endHexadecimal()
      }
    }
    endBase64()
    endHexadecimal()
    return runs
  }

  private static func base64(_ run: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    var pending: UInt32 = 0
    for byte in run {
      let digit: UInt32 =
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case 0x2B, 0x2D: 62
        default: 63
        }
      pending = pending << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
      }
    }
    return bytes
  }

  private static func hexadecimal(_ run: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array(run)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
  }

  /// The text with one layer of escapes undone, and without markup and line breaks.
  private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    func number(_ start: Int, _ count: Int, _ radix: Int) -> UInt8? {
      guard start + count <= bytes.count, count > 0 else { return nil }
      let text = String(decoding: bytes[start..<start + count], as: UTF8.self)
      return Int(text, radix: radix).flatMap { UInt8(exactly: $0) }
    }
    func digits(_ start: Int, until end: UInt8) -> Int? {
      bytes[min(start, bytes.count)..<min(bytes.count, start + 10)].firstIndex(of: end)
        .map { $0 - start }
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "%") where next == UInt8(ascii: "u"):
        guard let value = number(index + 2, 4, 16) else { break }
        result.append(value)
        index += 6
        continue
      case UInt8(ascii: "%"), UInt8(ascii: "="):
        guard let value = number(index + 1, 2, 16) else { break }
        result.append(value)
        index += 3
        continue
      case UInt8(ascii: "\\"):
        if next == UInt8(ascii: "u"), let value = number(index + 2, 4, 16) {
          result.append(value)
          index += 6
        } else if next == UInt8(ascii: "u"), let count = digits(index + 3, until: 0x7D),
          let value = number(index + 3, count, 16)
        {
          result.append(value)
          index += count + 4
        } else if next == UInt8(ascii: "x"), let value = number(index + 2, 2, 16) {
          result.append(value)
          index += 4
        } else if (0x30...0x37).contains(next) {
          var count = 1
          while count < 3, index + 1 + count < bytes.count,
            (0x30...0x37).contains(bytes[index + 1 + count])
          {
            count += 1
          }
          if let value = number(index + 1, count, 8) { result.append(value) }
          index += 1 + count
        } else {
          if ![0x6E, 0x72, 0x74].contains(next) { result.append(next) }
          index += 2
        }
        continue
      case UInt8(ascii: "&"):
        guard let end = digits(index + 1, until: UInt8(ascii: ";")) else { break }
        let name = String(decoding: bytes[index + 1..<index + 1 + end], as: UTF8.self).lowercased()
        let value: UInt8? =
          switch name {
          case "amp": 0x26
          case "lt": 0x3C
          case "gt": 0x3E
          case "quot": 0x22
          case "apos": 0x27
          case "sol": 0x2F
          case "lowbar": 0x5F
          case "plus": 0x2B
          case _ where name.hasPrefix("#x"): UInt8(name.dropFirst(2), radix: 16)
          case _ where name.hasPrefix("#"): Int(name.dropFirst()).flatMap { UInt8(exactly: $0) }
          default: nil
          }
        guard let value else { break }
        result.append(value)
        index += end + 2
        continue
      case UInt8(ascii: "<")
      where next == UInt8(ascii: "!") && bytes[index...].starts(with: "<![CDATA[".utf8):
        index += 9
        continue
      case UInt8(ascii: "<"):
        guard let end = bytes[index..<min(bytes.count, index + 300)].firstIndex(of: 0x3E) else {
          break
        }
        index = end + 1
        continue
      case UInt8(ascii: "]") where bytes[index...].starts(with: "]]>".utf8):
        index += 3
        continue
      default: break
      }
      result.append(byte)
      index += 1
    }
    return result
  }
}
