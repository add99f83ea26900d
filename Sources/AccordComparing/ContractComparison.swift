package import AccordOpenAPI
import AccordSchema

/// What changed from one contract of an API to a later one, and what it means for clients.
package struct ContractComparison: Sendable {
  /// The changes, the worst first; among those of one level the order is that of the contracts.
  package internal(set) var changes: [Change]
  /// The versions that the contracts state of themselves.
  package let versions: (old: String?, new: String?)
  /// What the baseline lists that did not occur.
  package internal(set) var outdated: [AcceptedChanges.Entry] = []
  /// What the contracts do, where that was tried.
  package var behaviour: BehaviourComparison?

  /// Compares two descriptions.
  ///
  /// Nothing of it is undecided in silence: what cannot be decided is a dangerous change.
  package init(
    from old: Description,
    to new: Description,
    policy: ComparisonPolicy = ComparisonPolicy()
  ) {
    changes = DescriptionComparer(old, new, policy).compare()
    versions = (old.root["info"]?["version"]?.text, new.root["info"]?["version"]?.text)
  }

  /// The worst of what changed and is not accepted.
  package var level: ChangeLevel {
    changes.filter { $0.acceptance == nil }.map(\.level).max() ?? .none
  }

  /// How many changes of a level there are that are not accepted.
  package func count(_ level: ChangeLevel) -> Int {
    changes.count { $0.level == level && $0.acceptance == nil }
  }
}
