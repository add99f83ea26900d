public import AccordSchema

extension Workflow {
  /// What a step is repeated for: work that a server has accepted and does later (RFC 9110 section
  /// 15.3.3).
  ///
  /// The last answer is the one that the step is held to, and has to be what was waited for. An answer
  /// of 500 or above is not waited beyond.
  public struct Until: Sendable, Hashable {
    /// A place of the answer with what it has to be.
    public struct Place: Sendable, Hashable {
      /// The place.
      public var pointer: JSONPointer
      /// What the value there is.
      public var schema: Schema

      /// Creates a place.
      public init(_ pointer: JSONPointer, _ schema: Schema) {
        self.pointer = pointer
        self.schema = schema
      }
    }

    /// The statuses that end it; `nil` is any.
    public var statuses: StatusSet?

    /// The places that end it, all of them.
    public var places: [Place]

    /// How long is waited between two requests.
    public var interval: Duration

    /// The most requests that are sent, at least one.
    public var limit: Int

    /// Until the answer has one of these statuses.
    public static func status(
      _ statuses: StatusSet,
      every interval: Duration = .seconds(1),
      atMost limit: Int = 30
    ) -> Until {
      Until(statuses: statuses, places: [], interval: interval, limit: max(1, limit))
    }

    /// Until the value at a place of the answer follows a schema.
    public static func value(
      at pointer: JSONPointer,
      is schema: Schema,
      status: StatusSet? = nil,
      every interval: Duration = .seconds(1),
      atMost limit: Int = 30
    ) -> Until {
      Until(
        statuses: status,
        places: [Place(pointer, schema)],
        interval: interval,
        limit: max(1, limit)
      )
    }
  }
}

extension Workflow.Until {
  /// Why an answer is not what is waited for; `nil` where it is.
  package func miss(in response: Exchange.Response) -> Miss? {
    if let statuses, !statuses.contains(response.status) { return .status(expected: statuses) }
    for place in places {
      let value = response.value(at: place.pointer)
      guard let value else { return .absent(place) }
      guard (try? SchemaValidator(place.schema))?.admits(value) ?? false else {
        return .value(place, found: value)
      }
    }
    return nil
  }

  /// What an answer is not yet.
  package enum Miss: Sendable, Hashable {
    /// It has another status.
    case status(expected: StatusSet)
    /// It has nothing at the place.
    case absent(Place)
    /// It has another value there.
    case value(Place, found: JSON)
  }
}
