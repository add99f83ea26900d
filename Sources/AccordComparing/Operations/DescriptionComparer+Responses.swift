import AccordOpenAPI
import AccordSchema

extension DescriptionComparer {
  /// Compares the answers of two operations.
  func compareResponses(_ pair: Pair) {
    let before = pair.old.responses
    let after = pair.new.responses
    /// The answer that speaks for a status: its own, that of its class, or the usual one.
    func speaking(
      for status: String,
      in list: [(status: String, node: DescriptionNode)]
    )
      -> DescriptionNode?
    {
      let classes = status.prefix(1) + "XX"
      return list.first { $0.status == status }?.node
        ?? list.first { $0.status.uppercased() == classes && status.count == 3 }?.node
        ?? (Self.isSuccess(status) ? nil : list.first { $0.status == "default" }?.node)
    }
    for (status, node) in before {
      if let other = speaking(for: status, in: after) {
        compare(status, node, other, pair)
        continue
      }
      let isSuccess = Self.isSuccess(status)
      emit(
        .removed(isSuccess ? .successStatus : .errorStatus, status),
        // Whoever waits for it does not get it, although answers became fewer.
        isSuccess ? .breaking : .harmless,
        (node, nil),
        pair.subject(.response(status, mediaType: nil)),
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
    for (status, node) in after where !before.contains(where: { $0.status == status }) {
      if let other = speaking(for: status, in: before), status != "default" {
        compare(status, other, node, pair)
        continue
      }
      emit(
        .added(Self.isSuccess(status) ? .successStatus : .errorStatus, status),
        .harmless,
        (nil, node),
        pair.subject(.response(status, mediaType: nil)),
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
  }

  /// Whether a status or a class says that a request did what it was to do.
  private static func isSuccess(_ status: String) -> Bool {
    status.hasPrefix("1") || status.hasPrefix("2") || status.hasPrefix("3")
  }

  private func compare(
    _ status: String,
    _ old: DescriptionNode,
    _ new: DescriptionNode,
    _ pair: Pair
  ) {
    if old["description"]?.text != new["description"]?.text {
      emit(
        .documentation("description"),
        .harmless,
        (old["description"], new["description"] ?? new),
        pair.subject(.response(status, mediaType: nil)),
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
    compareHeaders(status, old, new, pair)
    compareMedia(
      pair.old.content(of: old),
      pair.new.content(of: new),
      pair.answers,
      pair,
      (old, new)
    ) {
      pair.subject(.response(status, mediaType: $0))
    }
    let before = old["links"]?.members ?? []
    let after = new["links"]?.members ?? []
    let subject = pair.subject(.response(status, mediaType: nil))
    for (name, node) in before where !after.contains(where: { $0.name == name }) {
      emit(
        .removed(.link, name),
        .dangerous,
        (node, nil),
        subject,
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
    for (name, node) in after where !before.contains(where: { $0.name == name }) {
      emit(
        .added(.link, name),
        .harmless,
        (nil, node),
        subject,
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
  }

  private func compareHeaders(
    _ status: String,
    _ old: DescriptionNode,
    _ new: DescriptionNode,
    _ pair: Pair
  ) {
    func headers(_ node: DescriptionNode) -> [(name: String, node: DescriptionNode)] {
      (node["headers"]?.members ?? []).compactMap { name, node in
        // A field of this name says nothing: the media types do (OpenAPI 3.1, section 4.8.17).
        guard name.lowercased() != "content-type", !name.hasPrefix("x-accord") else { return nil }
        return (try? node.resolved()).map { (name, $0) }
      }
    }
    func isRequired(_ node: DescriptionNode) -> Bool { node["required"]?.boolean == true }
    let before = headers(old)
    let after = headers(new)
    for (name, node) in before {
      let subject = pair.subject(.responseHeader(name, status: status))
      guard let other = after.first(where: { $0.name.lowercased() == name.lowercased() })?.node
      else {
        emit(
          .removed(isRequired(node) ? .requiredHeader : .header, name),
          isRequired(node) ? level(false, pair.answers) : .dangerous,
          (node, nil),
          subject,
          pair.answers,
          isUnstable: pair.isUnstable
        )
        continue
      }
      if isRequired(node) != isRequired(other) {
        emit(
          isRequired(other) ? .becameRequired : .becameOptional,
          level(isRequired(other), pair.answers),
          (node, other["required"] ?? other),
          subject,
          pair.answers,
          isUnstable: pair.isUnstable
        )
      }
      for finding in policy.lifeCycle(
        from: LifeCycleFacts(node),
        to: LifeCycleFacts(other)
      ) {
        emit(
          .lifeCycle(finding.event),
          finding.level,
          (finding.nodes.old ?? node, finding.nodes.new ?? other),
          subject,
          pair.answers,
          isUnstable: pair.isUnstable
        )
      }
      compareContent(
        Self.content(of: node),
        Self.content(of: other),
        pair.answers,
        pair,
        subject,
        isText: true
      )
    }
    for (name, node) in after
    where !before.contains(where: { $0.name.lowercased() == name.lowercased() }) {
      emit(
        .added(isRequired(node) ? .requiredHeader : .header, name),
        .harmless,
        (nil, node),
        pair.subject(.responseHeader(name, status: status)),
        pair.answers,
        isUnstable: pair.isUnstable
      )
    }
  }

  /// The schema of a header; in Swagger 2.0 the header is the schema.
  private static func content(of header: DescriptionNode) -> ComparedContent? {
    if let content = header["content"] { return ComparedContent.list(content).first }
    if let schema = header["schema"] {
      return ComparedContent(name: "", node: schema, term: SchemaTerm(schema))
    }
    guard header["type"] != nil else { return nil }
    return ComparedContent(name: "", node: header, term: SchemaTerm(header))
  }
}
