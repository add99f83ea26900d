import Testing

@testable import AccordSchema

@Suite("JSON values")
struct JSONTests {
  @Test("Literals make values, and a name that stands twice is kept")
  func literals() {
    let value: JSON = ["a": nil, "b": true, "c": [1, 1.5, "x"], "a": 2]
    #expect(value.members?.map(\.key) == ["a", "b", "c", "a"])
    #expect(value["a"] == .null)
    #expect(value["c"]?[1] == 1.5)
    #expect(value["c"]?[3] == nil)
    #expect(value["c"]?[-1] == nil)
    #expect(value["d"] == nil)
  }

  @Test("Equality keeps order, equivalence does not")
  func equality() {
    let left: JSON = ["a": 1, "b": ["c": 1, "d": 2]]
    let right: JSON = ["b": ["d": 2.0, "c": 1], "a": 1.0]
    #expect(left != right)
    #expect(left.isEquivalent(to: right))
    #expect(!left.isEquivalent(to: ["a": 1]))
    #expect(!JSON.array([1, 2]).isEquivalent(to: [2, 1]))
    #expect(!JSON.number(1).isEquivalent(to: true))
  }

  @Test(
    "Identical is what is written alike",
    arguments: [
      (1, 1, true), (1, 1.0, false), ([1, "a"], [1, "a"], true), ([1], [1, 2], false),
      (["a": [1]], ["a": [1.0]], false), (["a": 1, "b": 2], ["b": 2, "a": 1], false),
      (["é": 1], ["e\u{301}": 1], false), (nil, false, false), ([], [:], false),
    ] as [(JSON, JSON, Bool)]
  )
  func identity(_ left: JSON, _ right: JSON, isIdentical: Bool) {
    #expect(left.isIdentical(to: right) == isIdentical)
    let copy = left
    #expect(left.isIdentical(to: copy))
  }

  @Test("Strings are equal by their scalars, not by canonical equivalence")
  func scalars() {
    #expect(JSON.string("é") != JSON.string("e\u{301}"))
    let value: JSON = ["é": 1, "e\u{301}": 2]
    #expect(value["e\u{301}"] == 2)
    #expect(JSONPointer(tokens: ["é"]) != JSONPointer(tokens: ["e\u{301}"]))
    #expect(value.removing(at: "/é") == ["e\u{301}": 2])
  }

  @Test("Values are written compact and indented")
  func writing() {
    let value: JSON = ["a": [], "b": [1, ["c": nil]], "d": [:], "e": "\u{7}\"\\\u{2028}é\n"]
    #expect(value.text() == #"{"a":[],"b":[1,{"c":null}],"d":{},"e":"\u0007\"\\\u2028é\n"}"#)
    #expect(
      value.text(indented: true) == """
        {
          "a": [],
          "b": [
            1,
            {
              "c": null
            }
          ],
          "d": {},
          "e": "\\u0007\\"\\\\\\u2028é\\n"
        }
        """
    )
  }

  @Test("What is written is read again as the same value")
  func roundTrip() throws {
    let text = #"[1.0,-0,1e400,"\u0000\ud83d\udc32",{"":{"":[]}},null,true,false]"#
    let value = try JSONDocument(parsing: text).root.value
    #expect(try JSONDocument(parsing: value.text()).root.value == value)
    #expect(try JSONDocument(parsing: value.text(indented: true)).root.value == value)
    #expect(value[0]?.number?.text == "1.0")
    #expect(value[1]?.number?.text == "-0")
  }

  @Test("Every scalar below U+0100 survives a round trip")
  func controlCharacters() throws {
    let string = String(String.UnicodeScalarView((0..<256).compactMap(Unicode.Scalar.init)))
    let value = JSON.string(string)
    #expect(try JSONDocument(parsing: value.bytes()).root.value == value)
  }

  private static let edits: [(JSONPointer, JSON?, JSON?)] = [
    ("", ["x": 1], nil),
    ("/a", ["a": 9, "b": [1, 2]], ["b": [1, 2]]),
    ("/c", ["a": 1, "b": [1, 2], "c": 9], nil),
    ("/b/0", ["a": 1, "b": [9, 2]], ["a": 1, "b": [2]]),
    ("/b/2", ["a": 1, "b": [1, 2, 9]], nil),
    ("/b/-", ["a": 1, "b": [1, 2, 9]], nil),
    ("/b/01", nil, nil),
    ("/b/3", nil, nil),
    ("/c/d", nil, nil),
    ("/a/b", nil, nil),
  ]

  @Test("Places are replaced and removed", arguments: edits)
  func editing(pointer: JSONPointer, replaced: JSON?, removed: JSON?) {
    let value: JSON = ["a": 1, "b": [1, 2]]
    let new: JSON = pointer.isRoot ? ["x": 1] : 9
    #expect(value.replacing(new, at: pointer) == replaced)
    #expect(value.removing(at: pointer) == removed)
  }
}
