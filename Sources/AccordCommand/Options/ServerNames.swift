import Accord
import AccordReporting
import ArgumentParser

/// The servers that an option names, as URL or SUITE=URL.
struct ServerNames {
  private let addresses: [(suite: String?, address: ServerAddress)]

  init(_ texts: [String], among suites: [ContractSuite]) throws {
    addresses = try texts.map { text in
      let equals = text.firstIndex(of: "=")
      let scheme = text.firstRange(of: "://")
      let isNamed = equals.map { equals in scheme.map { equals < $0.lowerBound } ?? false } ?? false
      let name = isNamed ? equals.map { String(text[..<$0]) } : nil
      if let name, !suites.contains(where: { $0.id == name }) {
        throw ValidationError(
          "--server: unknown suite \"\(TerminalText.line(name))\". "
            + NearMiss.hint(name, among: suites.map(\.id))
        )
      }
      let url = isNamed ? equals.map { String(text[text.index(after: $0)...]) } ?? text : text
      do throws(ServerAddress.Invalid) {
        return (name, try ServerAddress(url))
      } catch {
        // The text itself may hold a password.
        let shown = error == .credentials ? name ?? "URL" : TerminalText.line(text)
        throw ValidationError("--server \(shown): \(error).")
      }
    }
  }

  /// The server of a suite: the one named for it, else the one that is for all.
  func address(of suite: String) -> ServerAddress? {
    addresses.first { $0.suite == suite }?.address ?? addresses.first { $0.suite == nil }?.address
  }
}
