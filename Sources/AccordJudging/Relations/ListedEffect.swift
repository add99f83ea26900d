import AccordModel
import AccordSchema

/// What one contract did to an item, and the lists of another contract before and after.
struct ListedEffect {
  /// How the effect shows.
  let listing: Relation.Listing
  /// The step that had the effect.
  let act: Observation
  /// The list before it, where it was read.
  let before: Observation?
  /// The list after it.
  let after: Observation
  /// The item as the request named it.
  let name: String

  /// Finds the steps of an effect; `nil` where there is no list after it, or no item named.
  init?(_ observation: RelationObservation, _ listing: Relation.Listing) {
    let steps = observation.steps
    guard
      let index = steps.firstIndex(where: { step in
        step.contract.id == observation.testCase.contract && step.contract.id != listing.contract
      }),
      let after = steps[(index + 1)...].last(where: { $0.contract.id == listing.contract }),
      let name = steps[index].sentValue(of: listing.parameter)
    else { return nil }
    self.listing = listing
    self.name = name
    self.after = after
    act = steps[index]
    before = steps[..<index].last { $0.contract.id == listing.contract }
  }

  /// Why nothing can be said without the steps.
  static let missing = "The item was not named, or no list was read after it."

  /// The items of a list; empty where there is no list.
  func items(_ step: Observation) -> [JSON] { step.items(at: listing.items) ?? [] }

  /// The item with its number in a list.
  func find(in step: Observation) -> (number: Int, item: JSON)? {
    for (number, item) in items(step).enumerated() {
      if let identity = item[listing.identity], ItemIdentity.isSame(identity, as: name) {
        return (number, item)
      }
    }
    return nil
  }

  /// The place of the list.
  var listPlace: Violation.Place { .body(members: listing.items) }

  /// The place of an item of the list, or of a member of it.
  func place(ofItem number: Int, member: JSONPointer = .root) -> Violation.Place {
    .body(item: number, of: listing.items).inside(InstancePath(members: member))
  }
}
