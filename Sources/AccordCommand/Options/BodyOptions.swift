import ArgumentParser

/// How much of bodies is kept.
struct BodyOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: """
      Keep bodies whole. Without it, of one of more than 65536 bytes the beginning is kept, what is \
      around each violation, its length and its SHA-256 digest.
      """
  )
  var keepBodies = false
}
