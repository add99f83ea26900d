/// `contentEncoding` as an assertion, which is a choice (JSON Schema validation, section 8.3): the string
/// holds bytes in an encoding.
struct ContentEncodingKeyword: StringKeyword {
  /// What reads the bytes; nil for an encoding of an unknown name, of which nothing is said.
  private let format: StringFormat?

  var keyword: String { "contentEncoding" }

  init(name: String) {
    format = Self.formats.first { $0.name == name.lowercased() }?.format
  }

  private static let formats: [(name: String, format: StringFormat)] = [("base64", .base64)]

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    format?.json(text.span) ?? true
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    guard let format, !format.admits(text, inXML: inXML) else { return nil }
    return .content(format.phrase, Found(.string(text)))
  }
}

/// `contentMediaType` as an assertion, which is a choice (JSON Schema validation, section 8.4): what is
/// in the string, or in the bytes that it encodes, is a document of a media type.
struct ContentMediaTypeKeyword: StringKeyword {
  /// Whether the document is JSON; of other media types nothing is said.
  private let isJSON: Bool
  /// The encoding of the bytes, if they are encoded.
  private let encoding: String?

  var keyword: String { "contentMediaType" }

  init(mediaType: String, encoding: String?) {
    isJSON = Self.isJSON(mediaType)
    self.encoding = encoding?.lowercased()
  }

  static func isJSON(_ mediaType: String) -> Bool {
    let type = mediaType.split(separator: ";").first.map { LexicalForm.collapsed(String($0)) } ?? ""
    return type.lowercased() == "application/json" || type.lowercased().hasSuffix("+json")
  }

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    guard isJSON else { return true }
    switch encoding {
    case nil: return Self.holdsJSON(Array(text))
    // What is no Base64 text is wrong for that reason alone.
    case "base64": return StringFormat.bytes(ofBase64: text.span).map(Self.holdsJSON) ?? true
    default: return true
    }
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    var text = text
    // `xs:base64Binary` may have white space anywhere.
    if inXML, encoding != nil {
      text.unicodeScalars.removeAll { [" ", "\t", "\r", "\n"].contains($0) }
    }
    let isAdmitted = text.withUTF8 { admits($0, &work) }
    guard isAdmitted == false else { return nil }
    return .content(
      encoding == nil ? "a JSON text" : "a JSON text in Base64",
      Found(.string(text))
    )
  }

  private static func holdsJSON(_ bytes: [UInt8]) -> Bool {
    (try? JSONDocument(parsing: bytes)) != nil
  }
}

// MARK: - Samples

extension Schema.Content {
  /// A string whose content is as it is asked for; nil where nothing is asked.
  var contentSample: JSON? {
    guard reading.assertsContent else { return nil }
    let isJSON = contentMediaType.map { ContentMediaTypeKeyword.isJSON($0) } == true
    switch (contentEncoding?.lowercased(), isJSON) {
    case ("base64", true): return "e30="
    case ("base64", false): return StringFormat.base64.sample
    case (nil, true): return "{}"
    default: return nil
    }
  }

  /// Strings whose content is not as it is asked for, each with the keyword that says so.
  var contentCounterexamples: [(keyword: String, value: JSON, what: String)] {
    guard reading.assertsContent else { return [] }
    var found: [(keyword: String, value: JSON, what: String)] = []
    let isBase64 = contentEncoding?.lowercased() == "base64"
    if isBase64 {
      found.append(("contentEncoding", StringFormat.base64.counterexample, "not Base64 text"))
    }
    if let type = contentMediaType, ContentMediaTypeKeyword.isJSON(type) {
      let broken: JSON = isBase64 ? "ew==" : "{"
      if isBase64 || contentEncoding == nil {
        found.append(("contentMediaType", broken, "a string that holds no JSON text"))
      }
    }
    return found
  }
}
