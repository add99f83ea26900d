extension DescriptionNode {
  /// Which value of which file a node is, among those of one description.
  package struct Identity: Hashable, Sendable {
    let place: DescriptionLibrary.Place
  }

  /// What tells the value from all others of the description.
  package var identity: Identity { Identity(place: place) }
}
