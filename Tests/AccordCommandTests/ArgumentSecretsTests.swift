import AccordModel
import ArgumentParser
import Testing

@testable import AccordCommand

@Suite struct ArgumentSecretsTests {
  @Test(
    "An error does not repeat what looks like a credential",
    arguments: [
      (["http://me:geheim@h"], "http://me:geheim@h", "http://[credentials]@h"),
      (["http//me:ge/heim@h"], "http//me:ge/heim@h", "http//[credentials]@h"),
      (["--server", "a=http:/me:ge heim@h"], "a=http:/me:ge heim@h", "a=[credentials]@h"),
      (["--server=http://geheim@h"], "http://geheim@h", "http://[credentials]@h"),
      (["http://h/?mail=a@b"], "http://h/?mail=a@b", "http://h/?mail=a@b"),
      (["http://h/?a=1&api_key=geheim"], "?a=1&api_key=geheim", "?a=1&api_key=[value]"),
      (["http://h/#access_token=geheim"], "#access_token=geheim", "#access_token=[value]"),
      (["http://h/?page=2"], "?page=2", "?page=2"),
      (["--header", "Authorization geheim"], "Authorization geheim", "Authorization: [value]"),
      (["--header=Cookie: a=geheim"], "\"Cookie: a=geheim\"", "\"Cookie: [value]\""),
      (["--header", "X-Trace geheim"], "X-Trace geheim", "X-Trace geheim"),
      (["--credential", "p=Cookie: ss=geheim"], "p=Cookie: ss=geheim", "p=Cookie: [value]"),
      (["--credential", "p=Cookie: ss={token}"], "p=Cookie: ss={token}", "p=Cookie: ss={token}"),
    ]
  )
  func masks(_ arguments: [String], _ text: String, _ expected: String) {
    let redactor = Redactor(secrets: ArgumentSecrets.secrets(in: arguments))
    #expect(redactor.redact("found \(text).") == "found \(expected).")
  }

  @Test("What stands in a credential's template beside the token is a secret")
  func templates() {
    let found = ArgumentSecrets.credentials(in: [
      "p=Cookie: session=geheim; ss-id={token}", "p=Authorization: Bearer {token}",
      "p=X-Trace: geheim {token}", "nothing",
    ])
    #expect(found.map(\.placeholder) == ["[value of Cookie]"])
    #expect(Redactor(secrets: found).redact("a geheim b") == "a [value of Cookie] b")
  }

  @Test("The usage is that of the command that failed, under the name of the tool that runs")
  func usage() {
    ConformanceCommand.$toolName.withValue("petstore") {
      let end = CommandEnd(ValidationError("No."), of: ExportCommand.self, [])
      #expect(
        end.errors == """
          Error: No.
          Usage: petstore export <payload> [--to <to>] [--output <output>]
            See 'petstore export --help' for more information.
          """
      )
      #expect(end.status == 64)
      #expect(end.output.isEmpty)
      let unknown = CommandEnd(ValidationError("No."), of: nil, [])
      #expect(unknown.errors.contains("\nUsage: petstore <subcommand>"))
      let validate = CommandEnd(ValidationError("No."), of: ValidateCommand.self, [])
      #expect(validate.errors.contains("Usage: petstore validate PAYLOAD FILE"))
      #expect(validate.errors.contains("\n       petstore validate FILE --schema SCHEMA"))
      #expect(!RootCommand.helpMessage().contains("accord"))
      for command in RootCommand.configuration.subcommands {
        #expect(!RootCommand.helpMessage(for: command).contains("accord "), "\(command)")
      }
    }
  }
}
