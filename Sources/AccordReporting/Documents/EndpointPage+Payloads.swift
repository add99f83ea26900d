import AccordModel
import AccordSchema

extension EndpointPage {
  /// The body that the endpoint reads.
  var requestBody: String {
    guard let body = contract.body else { return "" }
    var text = "\n### Request body\n\n"
    text += body.isRequired ? "Required" : "Optional"
    text += wording.mark(body.clause.basis)
    text += body.formats.isEmpty ? "" : ", in \(list(body.formats))"
    if !body.versions.isEmpty {
      text += ", read by version \(body.versions.map(String.init).joined(separator: ", "))"
    }
    let title = SchemaText(body.schema).type
    text += ": \(title).\n"
    text += requestTables?.markdown ?? ""
    text +=
      PayloadSamples(
        body.schema,
        in: body.formats.compactMap { suite.format($0) }.filter { format in
          format.syntax != .json && !body.schemas.contains { $0.format == format.id }
        },
        of: "request",
        documented
      ).markdown
    for form in body.schemas {
      text += "\nIn \(MarkdownText.inline(form.format)): \(SchemaText(form.schema).type).\n"
      let isXML = suite.format(form.format)?.syntax == .xml
      text += PayloadTables(form.schema, title: contract.name, saysXML: isXML).markdown
      let formats = [suite.format(form.format)].compactMap(\.self)
      text += PayloadSamples(form.schema, in: formats, of: "request", documented).markdown
    }
    if !body.memberVersions.isEmpty { text += "\n" }
    for member in body.memberVersions { text += "- \(wording.sentence(member.clause))\n" }
    return text
      + wording.refusals(
        [body.malformed, body.unsupported, body.incomplete, body.invalid]
          + body.members.map(\.refusal)
      )
  }

  /// What right requests get.
  var answers: String {
    var text = "\n### Answers\n"
    var known = known
    if let requestTables { known.add(requestTables, at: "above") }
    for response in contract.answers {
      text += "\n**\(response.statuses)**"
      if !response.formats.isEmpty { text += " in \(list(response.formats))" }
      if !response.versions.isEmpty {
        text += " (version \(response.versions.map(String.init).joined(separator: ", ")))"
      }
      text += ": \(wording.sentence(response.clause)) \(wording.sentence(response.contentClause))\n"
      if !response.headers.isEmpty { text += "\n" + Self.table(of: response.headers, wording) }
      if !response.digests.isEmpty { text += "\n" }
      for digest in response.digests {
        text += "- \(wording.sentence(digest.clause)) It is written as \(digest.form.words).\n"
      }
      var others = response.readings.map(\.clause)
      if let schema = response.schema {
        let readings = FieldReadings(response.readings, of: schema, wording)
        let tables = PayloadTables(
          schema,
          title: contract.name,
          saysXML: hasXML,
          known: known,
          readings: readings
        )
        text += tables.markdown
        let isShownHere = readings.isEmpty || tables.isAllNew
        others = isShownHere ? readings.others : others
        known.add(tables, at: "above")
        text +=
          PayloadSamples(response, schema, in: suite, formats(of: response), documented).markdown
      }
      if case .rows(_, let pointer) = response.content {
        let items = pointer.isRoot ? "the list" : MarkdownText.code("\(pointer)")
        text += "\nA format that writes rows has the whole value as one row, or the items of "
        text += "\(items) as its rows.\n"
      }
      let closer = others + response.ties.map(\.clause)
      if !closer.isEmpty { text += "\n" }
      for clause in closer { text += "- \(wording.sentence(clause))\n" }
    }
    return text
  }

  /// The tables of the body that the endpoint reads.
  private var requestTables: PayloadTables? {
    contract.body.map { body in
      PayloadTables(body.schema, title: contract.name, saysXML: readsXML(body), known: known)
    }
  }

  /// Adds the tables that the endpoint shows to those that later ones refer to.
  func add(to shown: inout ShownTables) {
    let place = "at [\(MarkdownText.inline(contract.name))](#\(Wording.anchor(contract.name)))"
    if let requestTables { shown.add(requestTables, at: place) }
    for response in contract.answers {
      guard let schema = response.schema else { continue }
      shown.add(PayloadTables(schema, title: contract.name, saysXML: hasXML), at: place)
    }
  }

  /// The formats in which a response is written.
  private func formats(of response: ResponseRule) -> [Format] {
    contract.formats(in: suite).filter { format in
      contract.response(in: format.id, besides: response).clause.id == response.clause.id
    }
  }

  private func readsXML(_ body: Contract.RequestBody) -> Bool {
    body.formats.contains { suite.format($0)?.syntax == .xml }
  }

  private func list(_ formats: [Format.ID]) -> String {
    formats.map(MarkdownText.inline).joined(separator: ", ")
  }
}

extension DigestRule.Form {
  /// How a field writes the digest, in words.
  fileprivate var words: String {
    switch self {
    case .algorithmAndHex: "`sha256:` and hexadecimal digits"
    case .hex: "the hexadecimal digits of SHA-256"
    case .dictionary: "a dictionary of algorithms (RFC 9530)"
    }
  }
}
