/// One label of a host name as scalars, and what IDNA 2008 says of it.
struct IDNALabel {
  let scalars: [UInt32]
  /// How long the label is in ASCII.
  let length: Int

  private init(_ scalars: [UInt32], length: Int) {
    self.scalars = scalars
    self.length = length
  }

  /// Reads a label in UTF-8; nil if it is no label of a host name.
  ///
  /// An ASCII label is one of letters, digits and hyphens (RFC 1123, section 2.1), and where it
  /// begins with `xn--`, it must stand for a label in Unicode (RFC 5890, section 2.3.2.1).
  init?(_ text: Span<UInt8>, admitsUnicode: Bool) {
    guard text.count > 0, text.count <= 63 * 4, text[0] != UInt8(ascii: "-"),
      text[text.count - 1] != UInt8(ascii: "-")
    else { return nil }
    var isASCII = true
    for index in text.indices {
      let byte = text[index]
      isASCII = isASCII && byte < 0x80
      guard byte >= 0x80 || ASCII.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") else {
        return nil
      }
    }
    guard !isASCII else {
      self.init(ascii: text, admitsUnicode: admitsUnicode)
      return
    }
    guard admitsUnicode else { return nil }
    let scalars = text.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self).unicodeScalars.map(\.value)
    }
    guard scalars.count <= 63 else { return nil }
    self.init(scalars, length: Punycode.encoded(scalars).count + 4)
    guard length <= 63, isUnicodeLabel else { return nil }
  }

  private init?(ascii text: Span<UInt8>, admitsUnicode: Bool) {
    guard text.count <= 63 else { return nil }
    var lowered: [UInt8] = []
    for index in text.indices {
      let byte = text[index]
      lowered.append(ASCII.isLetter(byte) ? byte | 0x20 : byte)
    }
    guard lowered.starts(with: "xn--".utf8) else {
      self.init(lowered.map(UInt32.init), length: text.count)
      // Two hyphens there are kept for other encodings (RFC 5890, section 2.3.1), but hosts in the
      // wild do bear such names.
      if admitsUnicode, hasReservedHyphens { return nil }
      return
    }
    guard let decoded = Punycode.decoded(lowered.span.extracting(droppingFirst: 4)) else {
      return nil
    }
    self.init(decoded, length: text.count)
    // There must be something that ASCII cannot say, and only one way of saying it.
    guard decoded.contains(where: { $0 >= 0x80 }), isUnicodeLabel,
      Punycode.encoded(decoded).elementsEqual(lowered.dropFirst(4))
    else { return nil }
  }

  private var hasReservedHyphens: Bool {
    scalars.count >= 4 && scalars[2] == 0x2D && scalars[3] == 0x2D
  }

  /// Whether the label is a valid one in Unicode (RFC 5891, section 4.2).
  private var isUnicodeLabel: Bool {
    guard let first = scalars.first.flatMap(Unicode.Scalar.init), let last = scalars.last,
      first.value != 0x2D, last != 0x2D, !hasReservedHyphens, !first.isMark
    else { return false }
    return scalars.indices.allSatisfy { index in
      guard let scalar = Unicode.Scalar(scalars[index]) else { return false }
      return switch IDNAClass(scalar) {
      case .valid: true
      case .disallowed: false
      case .inContext: isInContext(index)
      }
    } && NormalForm.isComposed(scalars)
  }
}

/// Whether a scalar may stand in a label (RFC 5892).
enum IDNAClass {
  case valid
  /// Only where a rule of appendix A admits it.
  case inContext
  case disallowed

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // Section 2.6, exceptions.
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: self = .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: self = .inContext
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: self = .disallowed
    // Sections 2.9 and 2.8: letters, digits, hyphen; the joiners.
    case 0x2D, 0x30...0x39, 0x61...0x7A: self = .valid
    case 0x200C, 0x200D: self = .inContext
    // Section 2.9, old Hangul jamo, and section 2.4, blocks of symbols.
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: self = .disallowed
    case 0x20D0...0x20FF, 0x1D100...0x1D24F: self = .disallowed
    default:
      let properties = scalar.properties
      // Sections 2.2 and 2.3: what folding changes or drops is not stable.
      guard !properties.changesWhenNFKCCaseFolded else {
        self = .disallowed
        return
      }
      switch properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter,
        .nonspacingMark, .spacingMark:
        self = .valid
      default:
        self = .disallowed
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a combining mark.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
