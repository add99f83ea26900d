public import AccordSchema

extension ResponseRule {
  /// A promise that ties an answer to the request that it is given to.
  ///
  /// It is looked at where the request has the parameter and the answer has the place.
  public struct Tie: Sendable, Hashable {
    /// What is tied to what.
    public enum Kind: Sendable, Hashable {
      /// A list has no more items than a parameter says.
      case atMost(JSONPointer, parameter: String)
      /// A value is that of a parameter.
      case parameter(JSONPointer, String)
      /// A value is the one at a place of the request's body.
      case body(JSONPointer, JSONPointer)
      /// A member of every item of a list is the value of a parameter.
      case every(JSONPointer, JSONPointer, parameter: String)
    }

    /// What is tied to what.
    public var kind: Kind

    /// The promise.
    public var clause: Clause

    /// The list at a pointer is no longer than a parameter says: `.items("/orders", atMost: "limit")`.
    public static func items(
      _ list: JSONPointer,
      atMost parameter: String,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Tie {
      Tie(
        kind: .atMost(list, parameter: parameter),
        clause: Clause(
          "tied/\(parameter)",
          "\(Self.place(list, "The list")) has no more items than \(parameter) says.",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    /// The value at a pointer is that of a parameter: `.value("/id", is: "id")`.
    public static func value(
      _ pointer: JSONPointer,
      is parameter: String,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Tie {
      Tie(
        kind: .parameter(pointer, parameter),
        clause: Clause(
          "tied\(pointer)",
          "\(Self.place(pointer, "The value")) is that of the parameter \(parameter).",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    /// The value at a pointer is the one that the request's body has at another, or at the same:
    /// `.value("/article", sentAt: "/article")`.
    public static func value(
      _ pointer: JSONPointer,
      sentAt sent: JSONPointer,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Tie {
      Tie(
        kind: .body(pointer, sent),
        clause: Clause(
          "tied\(pointer)",
          "\(Self.place(pointer, "The value")) is the one sent\(sent.isRoot ? "" : " at \(sent)").",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    /// A member of every item of a list is the value of a parameter, as filters promise:
    /// `.every("/orders", "/status", is: "status")`.
    public static func every(
      _ list: JSONPointer,
      _ member: JSONPointer,
      is parameter: String,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Tie {
      Tie(
        kind: .every(list, member, parameter: parameter),
        clause: Clause(
          "tied\(list)\(member)",
          "\(Self.place(list, "The list")) has only items whose \(member) is that of the parameter "
            + "\(parameter).",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }

    private static func place(_ pointer: JSONPointer, _ noun: String) -> String {
      pointer.isRoot ? noun : "\(noun) at \(pointer)"
    }

    /// The parameter that it names.
    package var parameter: String? {
      switch kind {
      case .atMost(_, let parameter), .parameter(_, let parameter), .every(_, _, let parameter):
        parameter
      case .body: nil
      }
    }
  }

  /// The response with promises that tie it to its request.
  ///
  /// ```swift
  /// .status(.ok, .payload(orders)).tied(.items("/orders", atMost: "limit"))
  /// ```
  public func tied(_ ties: Tie...) -> ResponseRule {
    var rule = self
    rule.ties += ties.map { tie in
      var tie = tie
      tie.clause.id = "\(clause.id)/\(tie.clause.id)"
      return tie
    }
    return rule
  }
}
