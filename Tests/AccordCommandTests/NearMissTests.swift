import Testing

@testable import AccordCommand

@Suite struct NearMissTests {
  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 2),
  ])
  func countsTheStepsBetweenTwoTexts(left: String, right: String, distance: Int) {
    #expect(NearMiss.distance(left, right) == distance)
  }

  @Test(arguments: [
    ("intract", "interact" as String?), ("PLATFORM", "platform"), ("plat", "platform"),
    ("xyz", nil),
  ])
  func findsWhatWasMeant(text: String, name: String?) {
    #expect(NearMiss.of(text, among: ["interact", "platform"]) == name)
  }

  @Test(arguments: [
    ("missing", "*missing*" as String?),
    ("*/mising/*", "a/missing/x"),
    ("a/mising/?", "a/missing/x"),
    ("MISSING", "*missing*"),
    ("q*q*q*q*q*q*q*q*q", nil),
    ("", nil),
  ])
  func findsThePatternThatWasMeant(pattern: String, name: String?) {
    #expect(NearMiss.ofPattern(pattern, among: ["a/missing/x", "a/example/1"]) == name)
  }

  @Test(arguments: [
    ("a*c", "abbbc", 0 as Int?), ("a?c", "abc", 0), ("abd", "abc", 1), ("*", "", 0), ("", "ab", 2),
    ("xyz", "abc", nil),
  ])
  func countsTheStepsFromAPatternToAText(pattern: String, text: String, distance: Int?) {
    #expect(NearMiss.distance(ofPattern: pattern, text, atMost: 2) == distance)
  }

  @Test(arguments: [
    (["verfy"], "Unknown command \"verfy\". Did you mean \"verify\"?" as String?),
    (["verify", "x"], nil), (["--help"], nil), (["help", "verify"], nil), ([], nil),
  ])
  func namesTheCommandThatWasMeant(arguments: [String], message: String?) {
    #expect(ConformanceCommand.unknownSubcommand(in: arguments) == message)
  }

  @Test func saysWhatThereIsWhenNothingIsNear() {
    #expect(NearMiss.hint("xyz", among: ["one", "two"]) == "There are: one, two.")
    #expect(NearMiss.hint("tow", among: ["one", "two"]) == "Did you mean \"two\"?")
    #expect(NearMiss.hint("tow", among: []) == "There are none.")
  }
}
