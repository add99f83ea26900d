import Testing

@testable import AccordWire

@Suite struct DeviationTests {
  /// What makes a message unreadable, which ``FaultTests`` show, and what only a socket shows.
  static let shownElsewhere: Set<Deviation.Kind> = [
    .notHTTP, .statusMissing, .chunkSizeMissing, .chunkSizeRunsOn, .tlsIncompleteClose,
    // HTTP2MessageReaderTests show these.
    .fieldNameUppercase, .fieldValueBlanks, .connectionSpecificField, .pseudoFieldLate,
    .pseudoFieldRepeated, .pseudoFieldUnknown, .pseudoFieldInTrailers, .contentLengthNotData,
    .switchingProtocols,
  ]

  /// Each other kind is shown by a case of the reader.
  @Test(arguments: Deviation.Kind.allCases.filter { !shownElsewhere.contains($0) })
  func isExercised(_ kind: Deviation.Kind) {
    #expect(MessageReaderTests.cases.contains { $0.expected.contains(kind.rawValue + " @") })
  }

  @Test(arguments: Deviation.Kind.allCases)
  func namesASectionAndASentence(_ kind: Deviation.Kind) {
    #expect(["RFC9110-", "RFC9112-", "RFC9113-"].contains { kind.rawValue.hasPrefix($0) })
    let sentence = kind.requirement.sentence
    #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true)
    let section = kind.section.replacing("RFC ", with: "RFC").replacing(" section ", with: "-")
    #expect(kind.rawValue.hasPrefix("\(section)-") && section.last?.isNumber == true)
  }

  @Test func sentencesDiffer() {
    let sentences = Set(Deviation.Kind.allCases.map(\.requirement.sentence))
    #expect(sentences.count == Deviation.Kind.allCases.count)
  }

  @Test func carriesItsEvidence() {
    let deviation = Deviation(.bareLineFeed, at: 7, evidence: [UInt8](repeating: 0x41, count: 100))
    #expect(deviation.id == "RFC9112-2.2-bare-lf")
    #expect(deviation.sentence == "Every line ends with CR LF, not with LF alone.")
    #expect(deviation.level == .must)
    #expect(deviation.evidence.count == 64)
    #expect(Deviation(.fieldValueNotASCII, at: 0, evidence: []).level == .should)
  }
}
