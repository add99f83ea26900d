/// Text as a document of XML 1.0 holds it.
enum XMLEscapes {
  /// The text as the value of an attribute in double quotes; what no document may hold is left out.
  static func attribute(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where XMLCharacters.isCharacter(scalar.value) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      // Section 3.3.3: a parser reads bare white space as spaces.
      case "\t": result += "&#x9;"
      case "\n": result += "&#xA;"
      case "\r": result += "&#xD;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
