import AccordModel

/// Phrases that several parts of a living document have in common, as Markdown.
struct Wording {
  /// The suite whose catalogue knows the errors.
  let suite: ContractSuite

  /// What a refusal is answered with, such as `` `Unauthorized` (401) ``.
  func answer(_ refusal: Refusal) -> String {
    let names = refusal.names.map { name in
      let entry = suite.errors[name]
      var details: [String] = []
      if let statuses = refusal.statuses ?? entry?.statuses { details.append("\(statuses)") }
      if let code = entry?.code { details.append("code \(code)") }
      return MarkdownText.code(name)
        + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
    var text =
      names.isEmpty
      ? refusal.statuses.map { "\($0)" } ?? "an error" : names.joined(separator: " or ")
    if let field = refusal.fieldName { text += ", naming \(MarkdownText.code(field))" }
    if refusal.allowsEmptyBody { text += ", or the status with an empty body" }
    for header in refusal.headers {
      text += ", with the header \(MarkdownText.code(header.name))"
    }
    return text + mark(refusal.named.basis)
  }

  /// The row of a refusal: when, with what, and the values that are tried.
  private func cells(_ refusal: Refusal) -> [String] {
    let probes = refusal.probes.map { probe in
      let value = RequestText.text(.literal(probe.value))
      return
        "\(MarkdownText.code(value.isEmpty ? "\"\"" : value)) \(MarkdownText.inline(probe.why))\(mark(probe.basis))"
    }
    return [
      MarkdownText.inline(refusal.refused.sentence) + mark(refusal.refused.basis),
      answer(refusal), probes.joined(separator: "; "),
    ]
  }

  /// A promise; that it is assumed is said behind it.
  func sentence(_ clause: Clause) -> String {
    MarkdownText.inline(clause.sentence) + mark(clause.basis)
  }

  /// A mark behind what is not stated but assumed; the reason stands in the list of assumptions.
  func mark(_ basis: Basis?) -> String {
    basis?.isStated ?? true ? "" : " *(assumed)*"
  }

  /// Where a promise comes from: a contract's document, another page, or our reading.
  func source(_ basis: Basis, document: String? = nil) -> String {
    switch basis {
    case .stated: document.map(MarkdownText.code) ?? "the documents"
    case .statedBy(let page): MarkdownText.link(page.title, to: page.address)
    case .assumption: "assumed"
    }
  }

  /// The table of refusals, with its heading; empty if there are none.
  func refusals(_ refusals: [Refusal?]) -> String {
    let rows = refusals.compactMap(\.self).map(cells)
    guard !rows.isEmpty else { return "" }
    var table = DocumentTable(["What is refused", "Answer", "Tried with"])
    for row in rows { table.add(row) }
    return "\n" + table.markdown
  }

  /// The anchor of a heading, as GitHub makes it.
  static func anchor(_ heading: String) -> String {
    var anchor = ""
    for scalar in heading.lowercased().unicodeScalars {
      switch scalar {
      case " ": anchor += "-"
      case "-", "_": anchor.unicodeScalars.append(scalar)
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        anchor.unicodeScalars.append(scalar)
      default: break
      }
    }
    return anchor
  }
}
