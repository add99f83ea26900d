import AccordModel
import AccordSchema

extension RelationObservation {
  /// A page that was read, with what tells its items from one another.
  struct Page {
    let step: Observation
    let names: [JSON]
  }

  /// The pages that the contract's own steps read, in the order in which they were read; an answer
  /// without a list is a page without items.
  func pages(of paging: Relation.Paging) -> [Page] {
    let identity = ItemIdentity(members: paging.identity)
    return own.map { step in
      Page(step: step, names: (step.items(at: paging.items) ?? []).map(identity.of))
    }
  }
}
