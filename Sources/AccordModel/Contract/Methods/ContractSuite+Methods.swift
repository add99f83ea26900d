package import HTTPTypes

extension ContractSuite {
  /// The methods that its contracts declare for a path, whatever the variables are called, in the order
  /// of the suite.
  package func methods(of path: PathTemplate) -> [HTTPRequest.Method] {
    var methods: [HTTPRequest.Method] = []
    for route in contracts.flatMap(\.routes) where route.path.isSamePath(as: path) {
      for method in route.methods.probed where !methods.contains(method) { methods.append(method) }
    }
    return methods
  }

  /// Whether a contract may serve a method where a request to a path leads.
  package func serves(_ method: HTTPRequest.Method, at path: PathTemplate) -> Bool {
    contracts.flatMap(\.routes).contains { route in
      route.methods.allows(method) && route.path.overlaps(path)
    }
  }
}

extension PathTemplate {
  /// Whether it stands for the same paths as another, whatever the variables are called.
  package func isSamePath(as other: PathTemplate) -> Bool {
    func nameless(_ piece: Piece) -> Piece {
      switch piece {
      case .literal: piece
      case .variable: .variable("")
      case .segments: .segments("")
      }
    }
    return segments.map { $0.map(nameless) } == other.segments.map { $0.map(nameless) }
  }

  /// Whether some path may be one of both.
  func overlaps(_ other: PathTemplate) -> Bool {
    for (own, others) in zip(segments, other.segments) {
      let isOpen = (own + others).contains { if case .segments = $0 { true } else { false } }
      if isOpen { return true }
      guard case .literal(let text)? = own.first, case .literal(let second)? = others.first,
        own.count == 1, others.count == 1
      else { continue }
      if text.lowercased() != second.lowercased() { return false }
    }
    return segments.count == other.segments.count
  }
}
