/// What a mock of a suite does beyond its contracts, as the suite holds it.
///
/// What it is, `AccordMocking` says: the nouns know no server. Suites are equal only if their mocks
/// are.
package struct SuiteMock: Sendable, Hashable {
  /// The behaviour that the suite names.
  package let behaviour: any Hashable & Sendable

  /// Holds a behaviour.
  package init(_ behaviour: some Hashable & Sendable) { self.behaviour = behaviour }

  package static func == (left: SuiteMock, right: SuiteMock) -> Bool {
    AnyHashable(left.behaviour) == AnyHashable(right.behaviour)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(behaviour)) }
}
