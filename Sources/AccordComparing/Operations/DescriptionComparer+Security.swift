import AccordOpenAPI
import AccordSchema

extension DescriptionComparer {
  /// One way for a client to prove who it is: schemes that all hold, with their scopes.
  struct Requirement: Hashable {
    var schemes: [String: Set<String>]

    var words: String {
      let names = schemes.keys.sorted().map { name in
        let scopes = (schemes[name] ?? []).sorted()
        return scopes.isEmpty ? name : "\(name) (\(scopes.joined(separator: ", ")))"
      }
      return names.isEmpty ? "none" : names.joined(separator: " and ")
    }

    /// Whether whoever proves another requirement proves this one.
    func isMet(by other: Requirement) -> Bool {
      schemes.allSatisfy { name, scopes in
        other.schemes[name].map { scopes.isSubset(of: $0) } ?? false
      }
    }
  }

  /// The names of the new schemes as the old contract calls them.
  private var oldNames: [String: String] {
    let before = old.schemes
    var names: [String: String] = [:]
    for (name, node) in new.schemes where !before.contains(where: { $0.name == name }) {
      guard let same = before.first(where: { Self.identity($0.node) == Self.identity(node) }) else {
        continue
      }
      names[name] = same.name
    }
    return names
  }

  /// What a client has to know to use a scheme.
  private static func identity(_ scheme: DescriptionNode) -> [String] {
    let type = scheme["type"]?.text ?? ""
    let isBasic = type == "basic"
    return [
      isBasic ? "http" : type, isBasic ? "basic" : scheme["scheme"]?.text?.lowercased() ?? "",
      scheme["in"]?.text ?? "", type == "apiKey" ? scheme["name"]?.text ?? "" : "",
    ]
  }

  private func requirements(
    _ node: DescriptionNode?,
    _ names: [String: String] = [:]
  ) -> [Requirement] {
    (node?.items ?? []).map { item in
      var schemes: [String: Set<String>] = [:]
      for (name, scopes) in item.members {
        schemes[names[name] ?? name] = Set(scopes.items.compactMap(\.text))
      }
      return Requirement(schemes: schemes)
    }
  }

  /// Compares what all operations require that say nothing themselves.
  func compareGlobalSecurity() {
    compare(
      requirements(old.root["security"]),
      requirements(new.root["security"], oldNames),
      (old.root["security"], new.root["security"] ?? new.root),
      ChangeSubject(operation: "", part: .api),
      isUnstable: false
    )
  }

  /// Compares what an operation requires, where one of both says it.
  func compareSecurity(_ pair: Pair) {
    guard pair.old.node["security"] != nil || pair.new.node["security"] != nil else { return }
    let from = pair.old.node["security"] ?? old.root["security"]
    let to = pair.new.node["security"] ?? new.root["security"]
    compare(
      requirements(from),
      requirements(to, oldNames),
      (from, to ?? pair.new.node),
      pair.subject(.operation),
      isUnstable: pair.isUnstable || pair.requests == .received
    )
  }

  private func compare(
    _ from: [Requirement],
    _ to: [Requirement],
    _ nodes: (old: DescriptionNode?, new: DescriptionNode?),
    _ subject: ChangeSubject,
    isUnstable: Bool
  ) {
    guard Set(from) != Set(to) else { return }
    // Without a requirement nobody has to prove anything.
    let before = from.isEmpty ? [Requirement(schemes: [:])] : from
    let after = to.isEmpty ? [Requirement(schemes: [:])] : to
    for way in before where !after.contains(way) {
      let isMet = after.contains { $0.isMet(by: way) }
      guard !way.schemes.isEmpty || !isMet else { continue }
      guard !way.schemes.isEmpty else { continue }
      emit(
        .removed(.security, way.words),
        isMet ? .harmless : .breaking,
        (nodes.old, nil),
        subject,
        .sent,
        isUnstable: isUnstable
      )
    }
    let wasOpen = before.contains { $0.schemes.isEmpty }
    let isOpen = after.contains { $0.schemes.isEmpty }
    for way in after where !before.contains(way) && !way.schemes.isEmpty {
      emit(
        .added(.security, way.words),
        wasOpen && !isOpen ? .breaking : .harmless,
        (nil, nodes.new),
        subject,
        .sent,
        isUnstable: isUnstable
      )
    }
  }

  /// Compares the schemes that are declared.
  func compareSchemes() {
    let subject = ChangeSubject(operation: "", part: .api)
    let names = oldNames
    let after = new.schemes.map { (name: names[$0.name] ?? $0.name, node: $0.node) }
    for (name, node) in old.schemes {
      guard let other = after.first(where: { $0.name == name })?.node else {
        emit(.removed(.securityScheme, name), .harmless, (node, nil), subject, .sent)
        continue
      }
      let from = Self.identity(node).filter { !$0.isEmpty }.joined(separator: " ")
      let to = Self.identity(other).filter { !$0.isEmpty }.joined(separator: " ")
      if from != to {
        emit(
          .changed(.securityScheme, from: from, to: to),
          .breaking,
          (node, other),
          subject,
          .sent
        )
      }
      compareFlows(name, node, other, subject)
    }
    for (name, node) in after where !old.schemes.contains(where: { $0.name == name }) {
      emit(.added(.securityScheme, name), .harmless, (nil, node), subject, .sent)
    }
  }

  private func compareFlows(
    _ name: String,
    _ old: DescriptionNode,
    _ new: DescriptionNode,
    _ subject: ChangeSubject
  ) {
    if old["openIdConnectUrl"]?.text != new["openIdConnectUrl"]?.text {
      emit(
        .changed(
          .securityScheme,
          from: old["openIdConnectUrl"]?.text,
          to: new["openIdConnectUrl"]?.text
        ),
        .dangerous,
        (old, new),
        subject,
        .sent
      )
    }
    let before = old["flows"]?.members ?? old["flow"].map { [($0.text ?? "", old)] } ?? []
    let after = new["flows"]?.members ?? new["flow"].map { [($0.text ?? "", new)] } ?? []
    for (flow, node) in before {
      guard let other = after.first(where: { $0.0 == flow })?.1 else {
        emit(
          .removed(.securityScheme, "\(name) \(flow)"),
          .breaking,
          (node, nil),
          subject,
          .sent
        )
        continue
      }
      for member in ["authorizationUrl", "tokenUrl", "refreshUrl"]
      where node[member]?.text != other[member]?.text {
        emit(
          .changed(.securityScheme, from: node[member]?.text, to: other[member]?.text),
          .dangerous,
          (node[member], other[member] ?? other),
          subject,
          .sent
        )
      }
      let scopes = other["scopes"]?.members.map(\.name) ?? []
      for (scope, entry) in node["scopes"]?.members ?? [] where !scopes.contains(scope) {
        emit(.removed(.scope, scope), .dangerous, (entry, nil), subject, .sent)
      }
      for (scope, entry) in other["scopes"]?.members ?? []
      where node["scopes"]?[scope] == nil {
        emit(.added(.scope, scope), .harmless, (nil, entry), subject, .sent)
      }
    }
  }
}
