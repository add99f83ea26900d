import ArgumentParser

/// `accord manual`: the manual page.
struct ManualCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Writes the manual page, made of what the commands say of themselves.",
    discussion: """
      Given to man -l - it is shown; in the folder man1 of a folder of MANPATH it is found by man.

      Exits with 0, 2 if standard output could not be written, 64 on a wrong command line.
      """
  )

  func run() async throws { Console.standard.write(ManualPage(of: RootCommand.self).text) }
}
