extension XMLElement {
  /// Whether it says that it has no value (`xsi:nil`, XML Schema part 1, section 2.6.2).
  package var isNil: Bool {
    let name = XMLName(namespace: XMLEvaluation.xsiNamespace, local: "nil")
    guard let spelling = self[attribute: name] else { return false }
    return LexicalForm.xsBoolean(LexicalForm.collapsed(spelling)) == true
  }
}
