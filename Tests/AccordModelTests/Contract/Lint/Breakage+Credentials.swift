import AccordModel
import HTTPTypes

extension Breakage {
  /// All of them.
  static var all: [Breakage] {
    names + parameters + promises + values + credentials + workflows + lifeCycles + neighbours
  }

  static let credentials: [Breakage] = [
    .suite("credentials", #"The role "keeper" is declared twice. Give each its own name."#) {
      $0.roles = ["keeper": .token("A"), "keeper": .token("B")]
    },
    .suite(
      "credentials",
      """
      The credential goes into the header X-Key as "Key", in which nothing stands for the token. \
      Write {token} where it belongs.
      """
    ) { $0.credential = .token("KEY", in: .header("X-Key", "Key")) },
    .suite(
      "credentials",
      """
      The contract needs a credential, and one of its headers is the credential too. Keep one of \
      them.
      """
    ) {
      $0.credential = .token("KEY")
      $0.contracts[1].credential = .required()
      $0.contracts[1].headers.append(.required("Authorization", isCredential: true))
    },
    .suite(
      "credentials",
      """
      The credential goes into the query parameter page, and so does a value that the contract declares: \
      a request has room for one of them. Leave it to the credential.
      """
    ) {
      $0.credential = .token("KEY", in: .query("page"))
      $0.contracts[1].credential = .required()
    },
    .suite(
      "credentials",
      """
      The credential of the contract names the role "nobody", which is not declared. Declared: \
      "keeper".
      """
    ) {
      $0.roles = ["keeper": .token("KEY")]
      $0.contracts[1].credential = .required(as: "nobody")
    },
    .list(
      "credentials",
      """
      The contract needs a credential, and the suite has none. Say with credential: or roles: how \
      callers prove who they are.
      """
    ) { $0.credential = .required() },
    .list(
      "credentials",
      """
      The example "all" names the role "nobody", which is not declared. None is declared.
      """
    ) { $0.examples[0].role = "nobody" },
  ]
}
