package import AccordModel
package import AccordSchema

/// The content of a response, read once.
package enum ObservedBody: Sendable {
  /// There are no bytes.
  case empty
  /// A JSON text.
  case json(JSONDocument)
  /// JSON texts, one a line.
  case jsonLines(JSONLines)
  /// An XML document.
  case xml(XMLDocument)
  /// Rows or a value whose texts have no types of their own.
  case lexical(LexicalBody)
  /// Bytes in a promised format that the suite does not have checked.
  case unchecked(Format)
  /// Bytes that are not what they should be.
  case malformed(Malformation)

  /// What a reader notices in a body that is well-formed.
  package enum Notice: Sendable, Hashable {
    /// Something in words.
    case remark(String)
    /// Something else than what was expected.
    case mismatch(SyntaxMismatch)
  }

  /// Why bytes cannot be read.
  package struct Malformation: Sendable, Hashable {
    /// The syntax in which they were read.
    package var syntax: Format.Syntax
    /// What was expected and what was found.
    package var mismatch: SyntaxMismatch
    /// Where.
    package var position: SourcePosition?
    /// Whether it is a limit of the reader that was reached, so that the bytes may be right.
    package var isLimit = false
    /// Whether it is well-formed as far as it was read, and not read further.
    package var isRefused = false
    /// Whether the content is not in the coding that it is said to be in, so that nothing is known of it.
    var isOfCoding = false

    /// Whether the bytes contradict a Content-Type that says JSON or XML: by the grammar of the
    /// standard, not by what a reader leaves out.
    var contradictsLabel = false
  }
}

extension ObservedBody {
  /// Reads bytes in a format; `charset` and `boundary` are parameters of the Content-Type.
  package init(
    _ bytes: [UInt8],
    as format: Format,
    charset: String?,
    boundary: String? = nil
  ) {
    // No bytes are a text, and a form without fields.
    guard !bytes.isEmpty || format.isChecked && [.text, .form].contains(format.syntax) else {
      self = .empty
      return
    }
    guard format.isChecked, format.syntax != .bytes else {
      self = .unchecked(format)
      return
    }
    switch format.syntax {
    case .json: self = Self.json(bytes)
    case .jsonLines: self = Self.jsonLines(bytes)
    case .xml: self = Self.xml(bytes, charset: charset)
    case .csv: self = Self.text(bytes, .csv, charset: charset, read: Self.csv)
    case .jsv: self = Self.text(bytes, .jsv, charset: charset, read: Self.jsv)
    case .text: self = Self.text(bytes, .text, charset: charset, read: Self.plain)
    case .form: self = .lexical(LexicalBody(FormDocument(parsing: bytes)))
    case .multipart, .parts:
      self = Self.multipart(bytes, boundary: boundary, format.syntax)
    case .own(let own): self = Self.own(bytes, own)
    case .bytes: self = .unchecked(format)
    }
  }

  private static func json(_ bytes: [UInt8]) -> ObservedBody {
    do throws(JSONSyntaxError) {
      return .json(try JSONDocument(parsing: bytes))
    } catch {
      return .malformed(
        malformation(error, .json, bytes) { limits throws(JSONSyntaxError) in
          _ = try JSONDocument(parsing: bytes, limits: limits)
        }
      )
    }
  }

  private static func jsonLines(_ bytes: [UInt8]) -> ObservedBody {
    do throws(JSONSyntaxError) {
      return .jsonLines(try JSONLines(parsing: bytes))
    } catch {
      return .malformed(
        malformation(error, .jsonLines, bytes) { limits throws(JSONSyntaxError) in
          _ = try JSONLines(parsing: bytes, limits: limits)
        }
      )
    }
  }

  /// What is wrong with a text; one that is nested too deep for us is looked at again to the end,
  /// because it may not be JSON at all.
  private static func malformation(
    _ error: JSONSyntaxError,
    _ syntax: Format.Syntax,
    _ bytes: [UInt8],
    readAgain: (JSONLimits) throws(JSONSyntaxError) -> Void
  ) -> Malformation {
    var error = error
    if error.isOfLimit {
      do throws(JSONSyntaxError) {
        try readAgain(JSONLimits(depth: .max, notices: 0))
      } catch let certain {
        error = certain
      }
    }
    let balance = error.isOfLimit ? BracketBalance(bytes) : nil
    if let balance, let mismatch = balance.mismatch {
      return Malformation(
        syntax: syntax,
        mismatch: mismatch,
        position: balance.position,
        contradictsLabel: syntax == .json
      )
    }
    return Malformation(
      syntax: syntax,
      mismatch: error.mismatch,
      position: error.position,
      isLimit: error.isOfLimit,
      contradictsLabel: syntax == .json && !error.isOfLimit
    )
  }

  private static func xml(_ bytes: [UInt8], charset: String?) -> ObservedBody {
    do throws(XMLSyntaxError) {
      return .xml(try XMLDocument(parsing: bytes, charset: charset))
    } catch {
      var error = error
      if case .tooDeep = error.reason {
        do throws(XMLSyntaxError) {
          _ = try XMLDocument(parsing: bytes, charset: charset, limits: XMLLimits(depth: .max))
        } catch let certain {
          error = certain
        }
      }
      return .malformed(
        Malformation(
          syntax: .xml,
          mismatch: error.mismatch,
          position: error.position,
          isLimit: error.isOfLimit,
          isRefused: error.reason == .doctype,
          contradictsLabel: error.isOfGrammar
        )
      )
    }
  }

  /// Reads a text in its charset; one that is not known keeps it from being read.
  private static func text(
    _ bytes: [UInt8],
    _ syntax: Format.Syntax,
    charset: String?,
    read: (CharsetText) -> ObservedBody
  ) -> ObservedBody {
    do throws(CharsetText.Failure) {
      return read(try CharsetText(bytes, charset: charset))
    } catch {
      return .malformed(
        Malformation(
          syntax: syntax,
          mismatch: error.mismatch,
          position: error.position,
          isLimit: error.isUnsupported
        )
      )
    }
  }

  private static func csv(_ text: CharsetText) -> ObservedBody {
    do throws(CSVSyntaxError) {
      return .lexical(LexicalBody(try CSVDocument(parsing: text.bytes), in: text))
    } catch {
      return .malformed(
        Malformation(syntax: .csv, mismatch: error.mismatch, position: text.given(error.position))
      )
    }
  }

  private static func jsv(_ text: CharsetText) -> ObservedBody {
    do throws(JSVSyntaxError) {
      return .lexical(LexicalBody(try JSVDocument(parsing: text.bytes), in: text))
    } catch {
      return .malformed(
        Malformation(
          syntax: .jsv,
          mismatch: error.mismatch,
          position: text.given(error.position),
          isLimit: error.isOfLimit
        )
      )
    }
  }

  private static func plain(_ text: CharsetText) -> ObservedBody {
    do throws(PlainText.Failure) {
      let value = try PlainText.value(of: text.bytes)
      return .lexical(LexicalBody(value, of: .text, in: text))
    } catch {
      let position = text.position(ofText: error.byte)
      return .malformed(Malformation(syntax: .text, mismatch: error.mismatch, position: position))
    }
  }

  private static func multipart(
    _ bytes: [UInt8],
    boundary: String?,
    _ syntax: Format.Syntax
  ) -> ObservedBody {
    let text = CharsetText(asTheyAre: bytes)
    do throws(MultipartDocument.Failure) {
      let document = try MultipartDocument(parsing: bytes, boundary: boundary)
      let value = syntax == .parts ? document.list : document.value
      return .lexical(LexicalBody(value, of: syntax, in: text))
    } catch {
      let position = text.position(ofText: error.byte)
      return .malformed(
        Malformation(syntax: syntax, mismatch: error.mismatch, position: position)
      )
    }
  }

  /// Reads bytes in a syntax of a team's own, which is held to the depth that any reader has.
  private static func own(_ bytes: [UInt8], _ own: Format.OwnSyntax) -> ObservedBody {
    let text = CharsetText(asTheyAre: bytes)
    let syntax = Format.Syntax.own(own)
    do throws(BodySyntaxError) {
      let value = try own.syntax.read(bytes)
      guard !value.isDeeper(than: JSONLimits.default.depth) else {
        let mismatch = SyntaxMismatch(
          "at most \(JSONLimits.default.depth) levels",
          found: "more"
        )
        return .malformed(
          Malformation(syntax: syntax, mismatch: mismatch, position: nil, isLimit: true)
        )
      }
      return .lexical(LexicalBody(value, of: syntax, in: text))
    } catch {
      let position = text.position(ofText: error.byte)
      return .malformed(Malformation(syntax: syntax, mismatch: error.mismatch, position: position))
    }
  }

  /// Whether values can be looked up.
  package var isReadable: Bool {
    switch self {
    case .json, .jsonLines, .xml, .lexical: true
    case .empty, .unchecked, .malformed: false
    }
  }

  /// How many notices of one kind a reader gives, at most.
  static let readNotices = 100

  /// What a reader should know though the body is well-formed, in the order of the text.
  package var notices: [(notice: Notice, position: SourcePosition)] {
    switch self {
    case .json(let document): document.notices.map { (.remark($0.message), $0.position) }
    case .jsonLines(let lines):
      lines.documents.flatMap(\.notices).map { (.remark($0.message), $0.position) }
    case .xml(let document): document.notices.map { (.remark($0.message), $0.position) }
    case .lexical(let body): body.notices.map { (.mismatch($0.mismatch), $0.position) }
    case .empty, .unchecked, .malformed: []
    }
  }
}

extension JSONSyntaxError {
  /// Whether the text is more than is read, and may be JSON.
  fileprivate var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooLarge: true
    default: false
    }
  }
}

extension XMLSyntaxError {
  /// Whether the document is more than is read, and may be XML.
  fileprivate var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooManyAttributes, .nameTooLong, .tooManyNamespaces, .tooLarge,
      .unsupportedEncoding:
      true
    default: false
    }
  }
}

extension XMLSyntaxError {
  /// Whether the grammar of XML 1.0 is broken: a document type declaration is not read here and may be
  /// right, and so may names without the rules of namespaces, or a declared encoding.
  fileprivate var isOfGrammar: Bool {
    switch reason {
    case .doctype, .undefinedEntity, .encodingConflict, .invalidQualifiedName, .undeclaredPrefix,
      .reservedPrefix, .reservedNamespace, .emptyNamespace:
      false
    default: !isOfLimit
    }
  }
}

extension JSVSyntaxError {
  /// Whether the text is more than is read, and may be JSV.
  fileprivate var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooLarge: true
    default: false
    }
  }
}

extension Format.Syntax {
  /// Whether a list may be written as rows, so that nothing is a list without items.
  var writesRows: Bool { self == .jsonLines || self == .csv }
}
