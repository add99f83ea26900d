import ArgumentParser

/// What is done about answers that are right now and then.
struct RetryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      How often a case that violates or fails is tried again, at most: 0 to 100. What passes then is flaky: every \
      report says so, and with --strict it fails the run. (default: 0)
      """,
      discussion: """
        A case is tried whole, with what is set up for it and with live data of its own. One that may change \
        something each time it is sent is not tried again, which is said.
        """
    ),
    transform: NumberArgument.whole(0...100)
  )
  var retries = 0

  @Flag(
    name: .long,
    help: """
      Requests carry traceparent (W3C Trace Context), a trace for each case, and every violation names its \
      trace. The identifiers follow from the seed.
      """
  )
  var traceparent = false
}
