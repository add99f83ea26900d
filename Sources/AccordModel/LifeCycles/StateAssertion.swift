package import AccordSchema

/// What the answer to a step of a case has to say of the state of a resource.
package struct StateAssertion: Sendable, Hashable {
  /// What is asserted.
  package enum Kind: Sendable, Hashable {
    /// A place of the resource has this value, which names its state.
    case shows(JSON, at: JSONPointer)
    /// The list contains the resource once.
    case contains
    /// The list does not contain it.
    case omits
    /// A place of the resource has what was written.
    case written(Output, at: JSONPointer)
    /// The resource is not as it was in the answer to an earlier step: another item, or none.
    case changed(since: Int, ignoring: [JSONPointer])
    /// The resource is as it was in the answer to an earlier step.
    case unchanged(since: Int, Cause, ignoring: [JSONPointer])
  }

  /// What might have changed a resource that stays as it was.
  package enum Cause: Sendable, Hashable {
    /// A request that is refused.
    case refusal
    /// What was done to another.
    case other
    /// A request that was sent before.
    case repetition
  }

  /// The step, counted from zero.
  package var step: Int

  /// What is asserted.
  package var kind: Kind

  /// The list that has the resource as an item, and what is its identity there; `nil` where the answer
  /// is the resource.
  package var item: Item?

  /// The step that may have changed the resource, counted from zero; `nil` where it is just made.
  package var act: Int?

  /// The promise.
  package var clause: Clause

  /// An item of a list.
  package struct Item: Sendable, Hashable {
    /// The place of the items in the answer.
    package var items: JSONPointer
    /// The place of the identity in an item.
    package var pointer: JSONPointer
    /// The identity.
    package var identity: Output

    /// Creates an item.
    package init(items: JSONPointer, pointer: JSONPointer, identity: Output) {
      self.items = items
      self.pointer = pointer
      self.identity = identity
    }
  }

  /// Creates an assertion.
  package init(
    _ kind: Kind,
    ofStep step: Int,
    item: Item? = nil,
    after act: Int? = nil,
    by clause: Clause
  ) {
    self.kind = kind
    self.step = step
    self.item = item
    self.act = act
    self.clause = clause
  }

  /// Whether a later answer may be what is asserted where this one is not yet.
  package var mayCome: Bool {
    if case .unchanged = kind { false } else { true }
  }
}

extension StateAssertion.Item {
  /// The items with their numbers that have the identity, which is known.
  package func found(in value: JSON, _ identity: JSON) -> [(number: Int, item: JSON)] {
    found(among: value[items]?.elements ?? [], identity)
  }

  /// Those of some items with their numbers that have the identity.
  package func found(among items: [JSON], _ identity: JSON) -> [(number: Int, item: JSON)] {
    items.enumerated().filter { _, item in
      item[pointer].map { $0.isEquivalent(to: identity) || $0.wireText == identity.wireText }
        ?? false
    }.map { ($0.offset, $0.element) }
  }
}

extension StateAssertion {
  /// Whether an answer has what is asserted, as far as that can be seen in JSON; `nil` where it cannot.
  package func isSeen(in response: Exchange.Response, of exchanges: [Exchange]) -> Bool? {
    func known(_ output: Output) -> JSON? {
      exchanges.indices.contains(output.step) ? output.value(in: exchanges[output.step]) : nil
    }
    guard let whole = response.value(at: .root) else { return nil }
    if case .changed(let since, let ignoring) = kind {
      return item.flatMap { item in
        known(item.identity).flatMap { identity in
          exchanges.indices.contains(since)
            ? item.isChanged(exchanges[since], whole, identity, ignoring) : nil
        }
      }
    }
    var resource = whole
    if let item {
      guard let identity = known(item.identity) else { return nil }
      let found = item.found(in: whole, identity)
      if kind == .omits { return found.isEmpty }
      guard found.count == 1, let only = found.first else { return false }
      resource = only.item
    }
    switch kind {
    case .contains: return true
    case .omits: return nil
    case .shows(let value, let place): return resource[place]?.isEquivalent(to: value) ?? false
    case .written(let output, let place):
      return known(output).map { resource[place]?.isEquivalent(to: $0) ?? false }
    case .changed, .unchanged: return nil
    }
  }
}

extension StateAssertion.Item {
  /// Whether the item of an identity is another one in a list than in an earlier answer, or is not there;
  /// `nil` where the earlier answer has no such item.
  fileprivate func isChanged(
    _ earlier: Exchange,
    _ list: JSON,
    _ identity: JSON,
    _ ignoring: [JSONPointer]
  ) -> Bool? {
    guard case .answered(let response) = earlier.outcome, let whole = response.value(at: .root),
      let before = found(in: whole, identity).first?.item
    else { return nil }
    guard let after = found(in: list, identity).first?.item else { return true }
    return !before.hiding(ignoring).isEquivalent(to: after.hiding(ignoring))
  }
}

extension JSON {
  /// The value with nothing at some places.
  package func hiding(_ pointers: [JSONPointer]) -> JSON {
    pointers.reduce(self) { $0.replacing(.null, at: $1) ?? $0 }
  }
}
