import AccordMocking
import AccordModel
import AccordSchema

/// Values that do not survive: texts outside ASCII, numbers beyond 32 bits.
struct TextFaults: OperatorFamily {
  let name = "texts"
  let operators = [
    "text-outside-ascii-lost", "sent-text-outside-ascii-lost", "number-of-32-bits",
    "sent-number-of-32-bits",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    guard let rule = audited.rights.first?.rule else { return [] }
    let sent = audited.contract.body?.clause ?? audited.contract.parameters.first?.clause
    var mutants = [
      audited.mutant(
        self,
        "text-outside-ascii-lost",
        breaking: rule.contentClause,
        "the answer to \(audited.words) has ? for characters outside ASCII",
        .answer { answer, view in
          guard view.isResponse else { return }
          let bytes = Self.asked(answer.body)
          if bytes != answer.body { answer.setBody(bytes) }
        }
      ),
      audited.mutant(
        self,
        "number-of-32-bits",
        breaking: rule.contentClause,
        "the answer to \(audited.words) has numbers beyond 32 bits cut off",
        .answer { answer, view in
          guard case .response(let rule) = view.kind, let schema = rule.schema else { return }
          answer.edit(as: schema, in: view.suite, Self.narrowed)
        }
      ),
    ]
    guard let sent else { return mutants }
    mutants += [
      audited.mutant(
        self,
        "sent-text-outside-ascii-lost",
        breaking: sent,
        "\(audited.words) keeps ? for characters outside ASCII",
        .request { request, _ in
          var changed = request
          changed.setBody(Self.asked(request.body))
          return changed == request ? nil : changed
        }
      ),
      audited.mutant(
        self,
        "sent-number-of-32-bits",
        breaking: sent,
        "\(audited.words) cuts numbers that are sent off at 32 bits",
        .request { request, _ in
          guard let value = request.json, let changed = Self.narrowed(value) else { return nil }
          var request = request
          request.setBody(changed.bytes())
          return request
        }
      ),
    ]
    return mutants
  }

  /// One question mark for each character outside ASCII.
  private static func asked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }),
      let text = String(validating: bytes, as: UTF8.self)
    else { return bytes }
    return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x3F }
  }

  /// The value with numbers as 32 bits hold them; `nil` where none is longer.
  private static func narrowed(_ value: JSON) -> JSON? {
    var changed = value
    for pointer in value.leaves() {
      guard let number = value[pointer]?.number?.int64, Int32(exactly: number) == nil else {
        continue
      }
      let short = JSON.number(JSONNumber(Int(Int32(truncatingIfNeeded: number))))
      changed = changed.replacing(short, at: pointer) ?? changed
    }
    return changed == value ? nil : changed
  }
}
