import AccordSchema
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CommandTests {
  /// What is made of the commands themselves.
  @Suite("manual and completion") struct GeneratedPagesTests {
    /// Each command with the options of its help, that of the tool first.
    private static func options() async throws -> [(command: String, options: [String])] {
      let folder = try TestFolder()
      let dump = try await accord(["--experimental-dump-help"], in: folder)
      let root = try JSONDocument(parsing: Array(dump.output.utf8)).root.value["command"]
      return (root?["subcommands"]?.elements ?? []).map { command in
        let shown = (command["arguments"]?.elements ?? []).filter {
          $0["shouldDisplay"]?.boolean != false
        }
        let names = shown.flatMap { $0["names"]?.elements ?? [] }
        let long = names.filter { $0["kind"]?.string == "long" }.compactMap { $0["name"]?.string }
        return (command["commandName"]?.string ?? "", long.map { "--\($0)" })
      }
    }

    @Test("The manual has every command and every option, and no request of roff in a text")
    func manual() async throws {
      let folder = try TestFolder()
      let manual = try await accord(["manual"], in: folder)
      #expect(manual.status == 0)
      let lines = manual.output.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init
      )
      let requests: Set<String> = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".IP"]
      for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(
          requests.contains(line.split(separator: " ").first.map(String.init) ?? ""),
          "\(line)"
        )
      }
      let options = try await Self.options()
      #expect(options.count > 20)
      for (command, names) in options where command != "help" {
        let start = try #require(lines.firstIndex(of: ".SS accord \(command)"), "\(command)")
        let end = lines[(start + 1)...].firstIndex { $0.hasPrefix(".SS ") || $0.hasPrefix(".SH ") }
        let headings = lines[start..<(end ?? lines.count)].filter { $0.hasPrefix(".B ") }
          .map { $0.replacing("\\-", with: "-") }
        for name in names {
          #expect(
            headings.contains { $0.split { " ,".contains($0) }.contains(Substring(name)) },
            "\(command) \(name)"
          )
        }
      }
    }

    @Test(
      "A formatter of manual pages finds nothing wrong",
      .enabled(if: GeneratedPagesTests.hasGroff)
    )
    func isFormatted() async throws {
      let folder = try TestFolder()
      let manual = try await accord(["manual"], in: folder)
      try folder.write(manual.output, to: "accord.1")
      let page = try await ToolProcess(
        "/usr/bin/groff",
        ["-man", "-Tutf8", "-ww", "-b", "accord.1"],
        environment: ["PATH": "/usr/bin:/bin"],
        in: folder
      ).outcome()
      #expect(page.status == 0)
      #expect(page.errors == "")
      #expect(page.output.contains("traceparent"))
    }

    private static var hasGroff: Bool { access("/usr/bin/groff", X_OK) == 0 }

    @Test("Each shell completes every command", arguments: ["bash", "zsh", "fish"])
    func scripts(_ shell: String) async throws {
      let folder = try TestFolder()
      let script = try await accord(["completion", shell], in: folder)
      #expect(script.status == 0)
      for (command, _) in try await Self.options() {
        #expect(script.output.contains(command), "\(command)")
      }
      let wrong = try await accord(["completion", "csh"], in: folder)
      #expect(wrong.status == 64)
    }

    /// What is offered in bash for the last word of a command line.
    private static func offered(_ line: String, in folder: TestFolder) async throws -> [String] {
      try folder.write(
        try await accord(["completion", "bash"], in: folder).output,
        to: "accord.bash"
      )
      try folder.write(
        """
        source ./accord.bash
        COMP_LINE="\(line)"
        COMP_POINT=${#COMP_LINE}
        read -r -a COMP_WORDS <<< "$COMP_LINE"
        case "$COMP_LINE" in *" ") COMP_WORDS+=("");; esac
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_TYPE=9
        COMP_KEY=9
        _accord accord "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
        to: "complete.bash"
      )
      let tool = try Tool.path
      let bin = String(tool[..<(tool.lastIndex(of: "/") ?? tool.endIndex)])
      let run = try await ToolProcess(
        "/bin/bash",
        ["complete.bash"],
        environment: ["PATH": "\(bin):/usr/bin:/bin"],
        in: folder
      ).outcome()
      return run.output.split(separator: "\n").map { $0.trimmingSuffix { $0 == " " } }.map(
        String.init
      )
    }

    @Test(
      "Bash offers what there is",
      arguments: [
        ("accord verify --suite ", "interact"),
        ("accord verify --contract comp", "company.preregister"),
        ("accord list --contract contacts.", "contacts.connections"),
        ("accord explain answers-", "answers-in-time"),
        ("accord report run.json --report junit", "junit"), ("accord list --origin om", "omission"),
        ("accord tre", "trend"), ("accord verify --retr", "--retries"),
      ]
    )
    func offers(_ line: String, _ word: String) async throws {
      let folder = try TestFolder()
      let offered = try await Self.offered(line, in: folder)
      #expect(offered.contains(word), "\(offered)")
    }

    @Test("Of a document on the command line, its contracts and cases are offered")
    func offersOfDocuments() async throws {
      let folder = try TestFolder()
      try folder.write(RetriesTests.document, to: "shop.yaml")
      let contracts = try await Self.offered(
        "accord verify --openapi shop.yaml --contract ",
        in: folder
      )
      #expect(contracts == ["list", "create"], "\(contracts)")
      let cases = try await Self.offered(
        "accord verify --openapi shop.yaml --case shop/list/",
        in: folder
      )
      #expect(!cases.isEmpty)
      #expect(cases.allSatisfy { $0.hasPrefix("shop/list/") })
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
