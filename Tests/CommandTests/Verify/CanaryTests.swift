import AccordWire
import FoundationEssentials
import Synchronization
import Testing

extension CommandTests {
  @Suite("A secret in every spelling, in everything that is written") struct CanaryTests {
    private static let formats = [
      "junit", "junit:gitlab", "junit:surefire", "markdown", "json", "html", "terminal", "github",
      "codequality", "sarif", "tap", "events", "har",
    ]

    private static let givens = ["contact", "contactType", "requestor"].flatMap {
      ["--given", "platform.\($0)=01234567-89ab-cdef-0123-456789abcdef"]
    }

    private static let environment = [
      "INTERACT_TOKEN": Canary.secret, "PLATFORM_TOKEN": Canary.secret,
      "GITHUB_STEP_SUMMARY": "summary.md",
    ]

    @Test("The reader finds the secret in each of the spellings")
    func readerReads() {
      let reader = CanaryReader(Canary.secret)
      for spelling in Canary.spellings {
        #expect(reader.leak(in: Array(spelling.utf8)) != nil, "\(spelling)")
      }
      #expect(reader.leak(in: Array("nothing of the kind: $INTERACT_TOKEN".utf8)) == nil)
    }

    @Test("No artefact shows the secret, whatever of it the server gives back")
    func noArtefactShowsIt() async throws {
      let folder = try TestFolder()
      let counter = Mutex(0)
      let server = try await TestServer { _ in
        Canary.reply(
          counter.withLock { count in
            count += 1
            return count - 1
          }
        )
      }
      let reports = Self.formats.flatMap {
        ["--report", "\($0)=out/\($0.replacing(":", with: "-"))"]
      }
      let run = try await accord(
        [
          "verify", "-v", "--depth", "quick", "--server", "interact=\(server.address)", "--server",
          "platform=\(server.address)", "--jobs", "1", "--report", "github",
          "--given", "interact.pendingInvitation=1,2,3,4,5,6,7,8,9",
          "--case", "interact/connections.accept-reject/*", "--case", "platform/*/example/*",
          "--case", "platform/contacts.connections/*/format/*", "--case",
          "platform/*/header-missing/*",
        ] + Self.givens + reports,
        environment: Self.environment,
        in: folder,
        within: 120
      )
      #expect(run.status == 1, "\(run.errors)")
      #expect(counter.withLock { $0 } > Canary.count)
      let stored = try await accord(
        ["report", "out/json"] + Self.formats.flatMap { ["--report", "\($0)=-"] },
        in: folder
      )
      let site = try await accord(
        ["document", "--run", "out/json", "--output", "docs", "--site", "site"],
        in: folder
      )
      #expect(site.status == 0)
      let id = try #require(
        folder.text(of: "out/tap").split(separator: "\n").first { $0.hasPrefix("not ok") }
      ).split(separator: " ")[4]
      let shown = try await accord(["show", String(id), "--run", "out/json"], in: folder)
      #expect(shown.status == 0, "\(shown.errors)")

      let reader = CanaryReader(Canary.secret)
      var texts = [run, stored, site, shown].flatMap { outcome in
        [("output", Array(outcome.output.utf8)), ("errors", Array(outcome.errors.utf8))]
      }
      for name in try folder.files() { texts.append((name, folder.bytes(of: name))) }
      #expect(texts.count > Self.formats.count + 8)
      for (name, bytes) in texts {
        if let leak = reader.leak(in: bytes) { Issue.record("\(name) shows \(leak)") }
      }
      // What was there is not gone: its name stands in its place, or what was left out is said.
      #expect(folder.text(of: "out/json").contains("$INTERACT_TOKEN"))
      #expect(folder.text(of: "out/json").contains("bytes are left out"))
      await server.stop()
    }

    @Test("A header of the command line, a proxy's password and a query are secrets too")
    func otherSecrets() async throws {
      let folder = try TestFolder()
      let secrets = ["hdr-CANARY-1f", "prx-CANARY-2e", "ckie-CANARY-3d"]
      let echo = secrets.joined(separator: " ")
      let proxy = try await TestServer { _ in
        .response(
          status: 407,
          reason: "No \(echo)",
          fields: [
            WireField("Content-Type", "text/plain"), WireField("X-Echo", echo),
            WireField("Proxy-Authenticate", "Basic realm=\"\(echo)\""),
          ],
          body: Array(echo.utf8)
        )
      }
      let run = try await accord(
        [
          "verify", "-v", "--server", "platform=http://api.invalid", "--contract",
          "contacts.connections", "--case", "*/header-missing/*", "--case", "*/example/*",
          "--header", "X-Api-Key: hdr-CANARY-1f", "--header", "X-Shown: shown-value",
          "--credential", "platform=Cookie: other=ckie-CANARY-3d; ss-id={token}",
        ] + Self.givens,
        environment: [
          "PLATFORM_TOKEN": "tok-en-of-the-platform",
          "http_proxy": proxy.address.replacing("http://", with: "http://someone:prx-CANARY-2e@"),
        ],
        in: folder
      )
      await proxy.stop()
      #expect(run.status != 64, "\(run.errors)")
      var texts = [("output", run.output), ("errors", run.errors)]
      for name in try folder.files() { texts.append((name, folder.text(of: name))) }
      for (name, text) in texts {
        for secret in secrets + [Data("someone:prx-CANARY-2e".utf8).base64EncodedString()] {
          #expect(!text.contains(secret), "\(secret) in \(name)")
        }
      }
      #expect(run.output.contains("X-Api-Key: [value of X-Api-Key]"))
      #expect(run.output.contains("X-Shown: shown-value"))
      #expect(run.output.contains("[password of http_proxy]"))
      #expect(run.output.contains("[value of Cookie]"))
    }

    @Test("A secret of one character is a warning in every report")
    func shortSecret() async throws {
      let folder = try TestFolder()
      let server = try await TestServer { _ in
        .response(status: 500, reason: "No", fields: [], body: [])
      }
      let run = try await accord(
        [
          "verify", "-v", "--server", "interact=\(server.address)", "--contract",
          "connections.accept-reject", "--case", "*/example/*",
          "--given", "interact.pendingInvitation=1,2,3",
        ],
        environment: ["INTERACT_TOKEN": "e"],
        in: folder
      )
      await server.stop()
      #expect(run.output.contains("$INTERACT_TOKEN is 1 character long"))
      #expect(run.output.contains("x-nextinteract-authtoken: $INTERACT_TOKEN"))
      #expect(!run.output.contains("r$INTERACT_TOKEN"))
      let reports = try WrittenReports(in: folder)
      #expect(reports.warnings.contains { $0.hasPrefix("$INTERACT_TOKEN is 1 character long") })
    }

    @Test("A server cannot give a CI system commands")
    func commandsAreBroken() async throws {
      let folder = try TestFolder()
      let text = "\n::error::x\n  ::add-mask::y\n##[error]z ##vso[a]b section_start:1:c\r::d\n"
      let server = try await TestServer { _ in
        .response(
          status: 200,
          reason: "OK ##[group]",
          fields: [
            WireField("Content-Type", "application/json"), WireField("X-Echo", "##vso[task]"),
          ],
          body: Array("{\"errorCode\":[\n::error::x\n##[error]".utf8) + Array(text.utf8)
        )
      }
      let run = try await accord(
        [
          "verify", "-v", "--server", "interact=\(server.address)", "--contract",
          "connections.accept-reject", "--report", "markdown=-", "--report", "tap=-",
          "--report", "junit=-", "--report", "terminal=-",
          "--report", "terminal=/dev/stdout", "--report", "markdown=/dev/stderr",
          "--report", "tap=/dev/fd/1", "--report", "junit:gitlab=/proc/self/fd/1",
          "--given", "interact.pendingInvitation=1,2,3,4,5,6,7,8,9",
        ]
          + Self.formats.filter { $0 != "github" }.flatMap {
            ["--report", "\($0)=out/\($0.replacing(":", with: "-"))"]
          },
        environment: ["INTERACT_TOKEN": "abcdefgh"],
        in: folder
      )
      await server.stop()
      let diff = try await accord(
        ["diff", "out/json", "out/json", "-v", "--report", "markdown=out/diff"],
        in: folder
      )
      #expect(diff.status == 0, "\(diff.errors)")
      // What was written before and after it is still there: the file is not replaced.
      #expect(run.output.hasPrefix("interact/") || run.output.contains("Interact API against"))
      #expect(run.output.contains("\nTAP version 14\n1..") && run.output.contains("</testsuites>"))
      #expect(run.errors.contains("\n# "), "\(run.errors)")
      let names = try folder.files().filter { $0.hasPrefix("out/") && !$0.contains("attachments/") }
      #expect(names.count == Self.formats.count)
      for text in [run.output, run.errors, diff.output] + names.map(folder.text) {
        for command in ["##[", "##vso[", "section_start:"] {
          #expect(!text.contains(command), "\(command)")
        }
        let lines = text.split(whereSeparator: \.isNewline)
        let bad = lines.filter { $0.drop { $0.isWhitespace }.hasPrefix("::") }
        #expect(bad.isEmpty, "\(bad)")
      }
      #expect(run.output.contains(#"\u{23}#[error]"#))
    }
  }
}

extension TestFolder {
  /// The files below the folder, but for those that hold what processes wrote.
  func files() throws -> [String] {
    var found: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
      {
        let file = folder.isEmpty ? name : "\(folder)/\(name)"
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: "\(path)/\(file)", isDirectory: &isFolder)
        if isFolder { open.append(file) } else if !name.hasPrefix("process-") { found.append(file) }
      }
    }
    return found
  }
}
