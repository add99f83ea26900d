import AccordModel
import AccordReporting
import AccordSchema

/// The changes as SARIF 2.1.0 (OASIS): a result for each.
struct ChangeResults {
  let comparison: ContractComparison

  init(_ comparison: ContractComparison) { self.comparison = comparison }

  var text: String {
    var rules: [String] = []
    var places: [String: Int] = [:]
    for change in comparison.changes where places[change.id] == nil {
      places[change.id] = rules.count
      rules.append(change.id)
    }
    let document: JSON = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Accord", "version": .string(AccordVersion.current),
              "rules": .array(rules.map { ["id": .string($0)] }),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(comparison.changes.map { result($0, rule: places[$0.id] ?? 0) }),
        ]
      ],
    ]
    return document.text(indented: true) + "\n"
  }

  private func result(_ change: Change, rule: Int) -> JSON {
    let level =
      switch change.level {
      case .breaking: "error"
      case .dangerous: "warning"
      case .harmless, .none: "note"
      }
    var members = [
      JSONMember("ruleId", .string(change.id)),
      JSONMember("ruleIndex", .number(JSONNumber(rule))),
      JSONMember("level", .string(level)),
      JSONMember("message", ["text": .string(VisibleText.line(change.sentence))]),
      JSONMember(
        "locations",
        [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": .string(Self.uri(change.place.file))],
              "region": [
                "startLine": .number(JSONNumber(max(1, change.place.position.line))),
                "startColumn": .number(JSONNumber(max(1, change.place.position.column))),
              ],
            ],
            "logicalLocations": [
              ["fullyQualifiedName": .string(change.place.pointer.description), "kind": "member"]
            ],
          ]
        ]
      ),
      JSONMember("partialFingerprints", ["accordChange/v1": .string(change.fingerprint)]),
    ]
    if let reason = change.acceptance {
      let suppression: JSON = ["kind": "external", "justification": .string(reason)]
      members.append(JSONMember("suppressions", [suppression]))
    }
    return .object(members)
  }

  /// A path as a relative reference (RFC 3986): all else than unreserved characters and slashes is
  /// percent-encoded.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
