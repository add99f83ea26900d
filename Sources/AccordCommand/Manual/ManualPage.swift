import AccordModel
import AccordSchema
import ArgumentParser

/// The manual page of the tool in the language of man(7), made of what its commands say of themselves.
struct ManualPage {
  private let root: JSON

  /// The page of a command and of those below it.
  init(of command: any ParsableCommand.Type) {
    // What is asked for in help is one document for all commands.
    let document = try? JSONDocument(parsing: Array(command._dumpHelp().utf8))
    root = document?.root.value["command"] ?? .object([])
  }

  /// The page, without a day: what is made of the same commands is the same.
  var text: String {
    let name = Self.name(of: root)
    var page =
      ".TH \(Self.quoted(name.uppercased())) 1 \"\" \(Self.quoted("Accord \(AccordVersion.current)"))\n"
    page += ".SH NAME\n\(Self.line("\(name) - \(Self.text(root, "abstract"))"))"
    page += ".SH SYNOPSIS\n.B \(Self.line("\(name) COMMAND"))[options]\n"
    page += ".SH DESCRIPTION\n" + Self.paragraphs(Self.text(root, "discussion"))
    page += ".SH COMMANDS\n"
    for command in commands { page += Self.section(of: command, in: name) }
    page += ".SH EXIT STATUS\n"
    page += Self.paragraphs(
      "Each command says with which statuses it exits. 64 is a wrong command line."
    )
    return page
  }

  private var commands: [JSON] {
    (root["subcommands"]?.elements ?? []).filter { command in
      command["shouldDisplay"]?.boolean != false && Self.name(of: command) != "help"
    }
  }

  private static func section(of command: JSON, in tool: String) -> String {
    var text =
      ".SS \(line("\(tool) \(name(of: command))"))" + paragraphs(self.text(command, "abstract"))
    text += paragraphs(self.text(command, "discussion"))
    for argument in command["arguments"]?.elements ?? []
    where argument["shouldDisplay"]?.boolean != false {
      text += ".TP\n.B \(line(heading(of: argument)))"
      let words = [self.text(argument, "abstract"), self.text(argument, "discussion")]
        .filter { !$0.isEmpty }
      text +=
        words.isEmpty
        ? "\n"
        : words.map { paragraph in
          lines(paragraph)
        }.joined(separator: ".IP\n")
    }
    return text
  }

  /// An argument as it stands on a command line, such as `-v, --verbose` or `--jobs <jobs>`.
  private static func heading(of argument: JSON) -> String {
    let names = (argument["names"]?.elements ?? []).map { name in
      (text(name, "kind") == "long" ? "--" : "-") + text(name, "name")
    }
    let value = "<\(text(argument, "valueName"))>"
    let more = argument["isRepeating"]?.boolean == true ? " ..." : ""
    switch text(argument, "kind") {
    case "positional": return value + more
    case "option": return names.joined(separator: ", ") + " " + value
    default: return names.joined(separator: ", ")
    }
  }

  private static func name(of command: JSON) -> String { text(command, "commandName") }

  private static func text(_ value: JSON, _ name: String) -> String { value[name]?.string ?? "" }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { ".PP\n" + lines(String($0)) }.joined()
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n").map { line(String($0)) }.joined()
  }

  /// A line of text, in which nothing is a request of roff.
  private static func line(_ text: String) -> String {
    let isRequest = text.first.map { $0 == "." || $0 == "'" } ?? false
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case _ where scalar.isASCII: String(scalar)
      // What formatters read in any locale.
      default:
        "\\[u\(String(repeating: "0", count: max(0, 4 - hexadecimal(scalar).count)))\(hexadecimal(scalar))]"
      }
    }
    return (isRequest ? "\\&" : "") + escaped.joined() + "\n"
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\e").replacing("\"", with: "\\(dq"))\""
  }
}
