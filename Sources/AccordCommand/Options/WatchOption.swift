import AccordOpenAPI
import ArgumentParser

/// Whether a verification is made again when what it rests on changes.
struct WatchOption: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Verify again whenever a document, a file of settings or data, or this program changes.",
      discussion: """
        Contracts in Swift are a part of the program: a build beside it, such as swift build, replaces it, and then \
        the new one verifies. Ctrl-C ends with the exit status of the last run.
        """
    )
  )
  var watch = false
}
