import ArgumentParser

/// The folder inside of which the files are read to which a document refers.
struct RootOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder inside of which files are read to which a document refers.",
      discussion: """
        Without it that is the nearest folder around the document with .git in it, else the current \
        folder where the document is inside, else the folder of the document.
        """,
      valueName: "folder"
    ),
    transform: FolderArgument.read
  )
  var root: String?
}
