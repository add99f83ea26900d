extension LifeCycle {
  /// A state, by its name, such as `sent`.
  public struct State: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name.
    public var description: String

    /// The state after which there is nothing any more.
    public static let gone = State("gone")

    /// The state of this name.
    public init(_ name: String) { description = name }

    /// The state of this name.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// Where a case has its resource from.
  public enum Origin: Sendable, Hashable {
    /// A call makes it, whose outputs are its identity.
    case made(Workflow.Step)
    /// Live data: each value of the given is one, its fields are the identity, and a case uses it up.
    case given(Given.ID)
  }

  /// How long an effect may take until it shows, where the document says that it may.
  public struct Delay: Sendable, Hashable {
    /// How long is waited between two looks.
    public var interval: Duration
    /// The most looks, at least one.
    public var limit: Int

    /// At most this many looks, an interval apart.
    public static func within(_ limit: Int, every interval: Duration) -> Delay {
      Delay(interval: interval, limit: max(1, limit))
    }
  }

  /// The name of the step that makes the resource of a case.
  package static let maker = "make"
}

extension LifeCycle.Origin {
  /// The origin with the name by which other steps know its step.
  var named: LifeCycle.Origin {
    guard case .made(var step) = self else { return self }
    step.id = LifeCycle.maker
    return .made(step)
  }
}

extension Operand {
  /// A part of what tells the resource of a life cycle from others: an output of the call that makes
  /// it, or a field of the given.
  public static func identity(_ name: String) -> Operand {
    .stepOutput(name, step: LifeCycle.maker)
  }
}
