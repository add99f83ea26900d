/// Patterns, each with a text in which it is looked for; a line feed ends the pattern.
enum PatternTarget: FuzzTarget {
  static func check(_ input: [UInt8]) {
    let end = input.firstIndex(of: 0x0A) ?? input.endIndex
    let source = String(decoding: input[..<end], as: UTF8.self)
    let text = String(decoding: input[end...].dropFirst(), as: UTF8.self)
    let pattern: Pattern
    do throws(PatternSyntaxError) {
      pattern = try Pattern(source)
    } catch {
      expect(!error.message.isEmpty, "an error has a message")
      expect((0...source.unicodeScalars.count).contains(error.offset), "an error has a place")
      return
    }
    let verdict = pattern.matches(in: text)
    checkMatchers(source, text, verdict)
    var parser = PatternParser(source)
    guard verdict != .gaveUp, let tree = try? parser.parse() else { return }
    var reference = ReferenceMatcher(tree, text)
    guard let expected = reference.search() else { return }
    expect(
      expected == (verdict == .matches),
      "the pattern \(source) on \(text): \(verdict), the reference says \(expected)"
    )
  }

  /// The two matchers agree wherever both can decide.
  private static func checkMatchers(_ source: String, _ text: String, _ verdict: PatternVerdict) {
    var parser = PatternParser(source)
    guard let tree = try? parser.parse() else { return }
    let program = PatternProgram(tree)
    guard program.isStateless else { return }
    var text = text
    text.withUTF8 { bytes in
      guard program.instructions.count * bytes.count < 1 << 16 else { return }
      var remembering = RememberingMatcher(program, PatternText(bytes), steps: 40_000_000)
      let other = remembering.search()
      guard other != .gaveUp, verdict != .gaveUp else { return }
      expect(other == verdict, "the matchers agree on \(source)")
    }
  }
}
