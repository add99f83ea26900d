import Testing

/// Tests of the command line as whole processes.
///
/// One after the other: each of them starts processes, and a machine that is too busy makes those
/// miss their deadlines.
@Suite("The command line", .serialized) enum CommandTests {}
