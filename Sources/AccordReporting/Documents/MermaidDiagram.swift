import AccordModel

/// Diagrams in the language of Mermaid, which renderers of Markdown draw.
enum MermaidDiagram {
  /// The states of a thing.
  static func states(_ cycle: StateDiagram) -> String {
    var lines = ["stateDiagram-v2", "  [*] --> \(name(cycle.initial))"]
    for transition in cycle.transitions {
      lines.append(
        "  \(name(transition.from)) --> \(name(transition.to)) : \(label(transition.cause))"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// The states of a life cycle, whose end is that nothing is there any more.
  static func states(_ cycle: LifeCycle) -> String {
    func end(_ state: LifeCycle.State) -> String {
      state == .gone ? "[*]" : name(state.description)
    }
    var lines = ["stateDiagram-v2", "  [*] --> \(name(cycle.initial.description))"]
    for transition in cycle.transitions {
      for state in transition.from {
        lines.append("  \(end(state)) --> \(end(transition.to)) : \(label(transition.step.id))")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A login, and a request with the token that it brought.
  static func login(_ login: Credential.Login, request: String, place: Credential.Place) -> String {
    let token =
      switch login.token {
      case .header(let name): name
      case .body(let pointer): "\(pointer)"
      }
    return """
      sequenceDiagram
        participant Caller
        participant Server
        Caller->>Server: \(label(request))
        Server-->>Caller: 200, \(label(token))
        loop until the token expires
          Caller->>Server: any request with \(label(place.name))
          Server-->>Caller: its answer
        end
      """
  }

  /// A word as the name of a state.
  private static func name(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// A text as a label: what ends a statement or begins a comment is a character code.
  private static func label(_ text: String) -> String {
    var result = ""
    for character in VisibleText.line(text) {
      switch character {
      case ";": result += "#59;"
      case "#": result += "#35;"
      case ":": result += "#58;"
      case "{": result += "#123;"
      case "}": result += "#125;"
      case "%": result += "#37;"
      default: result.append(character)
      }
    }
    return result
  }
}
